import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attributeType, dataType, encodeModel, type Model, type Operator } from '../../export/onnx/proto'
import { ImportError } from '../error'
import { soon } from '../patience.fixture'
import { fromBytes } from '../source'
import { loadWeights } from './load'
import { readOnnx } from './readOnnx'

const folder = join(import.meta.dirname, 'fixtures')
const files = readdirSync(folder).filter((name) => /^(resnet-ts|densenet-ts|unknown-ts)\.onnx$/.test(name))
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)))

/** Opens a file; what is wrong with it must come as a sentence, and soon. */
async function told(bytes: Uint8Array): Promise<string> {
  try {
    return await soon('net.onnx', async () => {
      const network = await readOnnx(fromBytes(bytes, 'net.onnx'))
      const { notes } = await loadWeights(network)
      return [...network.graph.issues.map(({ message }) => message), ...network.notes, ...notes].join(' ')
    })
  } catch (problem) {
    if (!(problem instanceof ImportError)) throw problem
    expect(problem.message).toMatch(/^[\p{L}\d].*[.!]$/su)
    return problem.message
  }
}

/** Numbers that look like chance, the same every time. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const node = (
  opType: string,
  input: readonly string[],
  output: string,
  more: Partial<Operator> = {},
): Operator => ({
  name: output,
  opType,
  input,
  output: [output],
  attribute: [],
  ...more,
})

const info = (name: string, sides: readonly number[]) => ({
  name,
  type: { tensorType: { elemType: 1, shape: { dim: sides.map((dimValue) => ({ dimValue })) } } },
})

function model(nodes: readonly Operator[], more: Partial<Model['graph']> = {}): Uint8Array {
  const output = nodes.at(-1)!.output[0]
  return encodeModel({
    irVersion: 8,
    producerName: 'test',
    docString: '',
    opsetImport: [{ domain: '', version: 17 }],
    graph: {
      name: 'net',
      node: nodes,
      initializer: [],
      input: [info('image', [1, 3, 8, 8])],
      output: [info(output, [1, 3, 8, 8])],
      valueInfo: [],
      ...more,
    },
  })
}

const floats = (name: string, dims: readonly number[], values: readonly number[]) => ({
  name,
  dims,
  dataType: dataType.float,
  rawData: new Uint8Array(Float32Array.from(values).buffer),
})

describe.each(files)('%s', (name) => {
  it('says so wherever it is cut off', async () => {
    const bytes = bytesOf(name)
    for (let part = 0; part < 16; part++)
      expect(await told(bytes.subarray(0, Math.floor((bytes.length * part) / 16)))).not.toBe('')
  }, 60_000)

  it('is opened or refused with any bit flipped', async () => {
    const random = chance(name.length)
    for (let trial = 0; trial < 24; trial++) {
      const bytes = bytesOf(name)
      for (let flips = 0; flips < 3; flips++) bytes[random(bytes.length)] ^= 1 << random(8)
      await told(bytes)
    }
  }, 60_000)
})

describe('a file that', () => {
  it('is no model is refused', async () => {
    expect(await told(new Uint8Array())).toContain('contains no network')
    expect(await told(new TextEncoder().encode('hello, I am a text'))).toMatch(/damaged|contains no network/)
    expect(await told(new Uint8Array(5000).fill(0xff))).toContain('damaged')
  })

  it('runs in a circle is refused', async () => {
    const circle = [node('Add', ['image', 'b'], 'a'), node('Relu', ['a'], 'b')]
    expect(await told(model(circle))).toContain('depend on each other in a circle')
  })

  it('makes a tensor twice, or reads one that nothing makes, is refused', async () => {
    expect(await told(model([node('Relu', ['image'], 'a'), node('Relu', ['image'], 'a')]))).toContain(
      'produce the same tensor',
    )
    expect(await told(model([node('Relu', ['nowhere'], 'a')]))).toContain(
      'which nothing in the file produces',
    )
    const twice = [floats('w', [1], [1]), floats('w', [1], [1])]
    expect(await told(model([node('Relu', ['image'], 'a')], { initializer: twice }))).toContain(
      'two tensors called w',
    )
  })

  it('has names like those of objects of JavaScript is read as any other', async () => {
    const names = ['__proto__', 'constructor', 'toString']
    const chain = names.map((name, i) => node(name, [i === 0 ? 'image' : names[i - 1]], name))
    expect(await told(model(chain))).toContain('cannot compute')
  })

  it('has a hundred thousand nodes is refused at once', async () => {
    const many = Array.from({ length: 100_000 }, (_, i) =>
      node('Relu', [i === 0 ? 'image' : `t${i - 1}`], `t${i}`),
    )
    expect(await told(model(many))).toContain('more than')
  }, 30_000)

  it('claims more values than it has, or more than there are, is refused', async () => {
    const conv = node('Conv', ['image', 'w'], 'a')
    expect(await told(model([conv], { initializer: [floats('w', [4, 3, 3, 3], [1, 2])] }))).toContain(
      'should have 108 values (4×3×3×3), but its file holds 2',
    )
    const huge = [2 ** 30, 2 ** 30, 3, 3]
    expect(await told(model([conv], { initializer: [floats('w', huge, [1])] }))).toContain('values')
    expect(await told(model([conv], { input: [info('image', [1, 3, 1e9, 1e9])] }))).not.toBe('')
  })

  it('has windows that are no windows is told so', async () => {
    const ints = (name: string, values: readonly number[]) => ({
      name,
      ints: values,
      type: attributeType.ints,
    })
    for (const kernel of [[0, 0], [-3, -3], [1e9, 1e9], [3], [], [3, 3, 3]])
      for (const strides of [
        [1, 1],
        [0, 0],
        [-1, -1],
      ]) {
        const attribute = [ints('kernel_shape', kernel), ints('strides', strides)]
        const said = await told(model([node('MaxPool', ['image'], 'a', { attribute })]))
        expect(said, `${kernel} ${strides}`).not.toBe('')
      }
  })

  it('has two inputs or none is refused', async () => {
    const add = [node('Add', ['image', 'other'], 'a')]
    expect(
      await told(model(add, { input: [info('image', [1, 3, 8, 8]), info('other', [1, 3, 8, 8])] })),
    ).toContain('2 inputs (image, other)')
    expect(await told(model(add, { input: [] }))).toContain('no input')
  })

  it('keeps its weights in a second file names it', async () => {
    const away = {
      name: 'w',
      dims: [4, 3, 3, 3],
      dataType: dataType.float,
      dataLocation: 1,
      externalData: [{ key: 'location', value: '/etc/net.onnx.data' }],
    }
    const bytes = model([node('Conv', ['image', 'w'], 'a')], { initializer: [away as never] })
    expect(await told(bytes)).toBe(
      'net.onnx keeps its weights in a second file, net.onnx.data: drop both together.',
    )
    const short = fromBytes(new Uint8Array(10), 'net.onnx.data')
    await expect(readOnnx(fromBytes(bytes, 'net.onnx'), [short])).rejects.toThrow(
      'the two files do not belong together',
    )
  })
})

describe('a corrupt export', () => {
  it('whose weights are no numbers is told', async () => {
    const initializer = [floats('w', [1, 3, 1, 1], [1, NaN, Infinity])]
    expect(await told(model([node('Conv', ['image', 'w'], 'a')], { initializer }))).toContain(
      'w (2 of its 3 values are NaN or infinite)',
    )
  })

  it('in which two convolutions of one input share a bias is told', async () => {
    const shared = [
      node('Conv', ['image', 'w1', 'bias'], 'a'),
      node('Conv', ['image', 'w2', 'bias'], 'b'),
      node('Add', ['a', 'b'], 'c'),
    ]
    const ones = (name: string, side: number) => floats(name, [4, 3, 1, 1], Array<number>(12).fill(side))
    const initializer = [ones('w1', 1), ones('w2', 2), floats('bias', [4], [1, 2, 3, 4])]
    expect(await told(model(shared, { initializer }))).toContain(
      'share one bias, bias, so its answers are probably wrong',
    )
  })
})
