import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { NodeId } from '../../nn/graph'
import { whyBroken } from '../../nn/misfit'
import { afterWords } from '../../nn/ops/closed'
import { asMap, isMap, type Shape, volume } from '../../nn/shape'
import { start } from '../../runtime/backends'
import { execute, upload } from '../../runtime/execute'
import { plan } from '../../runtime/plan'
import * as tf from '../../runtime/tf'
import { fromBytes } from '../source'
import { readOnnx } from './readOnnx'

/** Made by tools/fixtures/onnx_files.py. */
const folder = join(import.meta.dirname, 'fixtures')
const files = readdirSync(folder).filter((name) => name.endsWith('.onnx'))
const computed = files.filter((name) => !/^(unknown|crossing)/.test(name))

interface Expected {
  readonly side: number
  readonly tensors: Readonly<
    Record<
      string,
      { shape: readonly number[]; range: number; at: readonly number[]; values: readonly number[] }
    >
  >
}

const bytesOf = (name: string) => fromBytes(new Uint8Array(readFileSync(join(folder, name))), name)

function opened(name: string) {
  const data = readdirSync(folder).filter((other) => other === `${name}.data`)
  return readOnnx(bytesOf(name), data.map(bytesOf))
}

function expectedOf(name: string): Expected {
  const packed = readFileSync(join(folder, name.replace('.onnx', '.json.gz')))
  return JSON.parse(gunzipSync(packed).toString()) as Expected
}

/** The image of the program that made the files: sin(0.37 i), channels first there and last here. */
function image(
  side: number,
  transform?: { scale: readonly number[]; shift: readonly number[] },
): Float32Array {
  const values = new Float32Array(3 * side * side)
  for (let c = 0; c < 3; c++)
    for (let position = 0; position < side * side; position++) {
      const value = Math.sin(Math.fround((c * side * side + position) * Math.fround(0.37)))
      values[position * 3 + c] = transform ? value * transform.scale[c] + transform.shift[c] : value
    }
  return values
}

/** Where a value that stands at `index` in the file, with channels first or last there, stands with channels last. */
function placeOf(index: number, shape: Shape, inFile: readonly number[]): number {
  if (!isMap(shape)) return index
  const [height, width, depth] = asMap(shape)
  // Where both would read alike, they come first.
  if (inFile.join() !== [depth, height, width].join() && inFile.join() === shape.join()) return index
  const positions = height * width
  return (index % positions) * depth + Math.floor(index / positions)
}

beforeAll(async () => void (await start.cpu()))

describe.each(computed)('%s', (name) => {
  it('is read in full, and every activation is that of PyTorch to a thousandth of its range', async () => {
    const network = await opened(name)
    const { graph } = network
    expect(graph.issues).toEqual([])
    expect(network.notes).toEqual([])
    const values = new Map<string, Float32Array>()
    for (const node of graph.nodes)
      for (const [weight, { shape }] of Object.entries(node.weights)) {
        const read = network.weights.get(node.id)?.[weight]
        expect(read, `${node.id}.${weight}`).toBeDefined()
        const found = await read!()
        expect(found.length, `${node.id}.${weight}`).toBe(shape.reduce((product, side) => product * side, 1))
        values.set(`${node.id}.${weight}`, found)
      }
    const { side, tensors } = expectedOf(name)
    const prepared = await upload(tf, graph, plan(graph, 'all'), (id, weight) =>
      values.get(`${id}.${weight}`)!,
    )
    const input = tf.tensor(image(side, network.transform), [1, side, side, 3])
    const outputs = await execute(tf, prepared, input, () => true)
    let compared = 0
    for (const [id, tensor] of network.tensors) {
      const wanted = tensors[tensor]
      const output = outputs.get(id as NodeId)
      if (!wanted || !output) continue
      const ours = (await output.data()) as Float32Array
      const { shape } = graph.node(id)
      expect(
        wanted.shape.reduce((product, length) => product * length, 1),
        id,
      ).toBe(volume(shape))
      wanted.at.forEach((index, i) => {
        const apart = Math.abs(ours[placeOf(index, shape, wanted.shape)] - wanted.values[i])
        // Of a unit that is zero everywhere, what is left is rounding.
        expect(apart, `${id} at ${index}`).toBeLessThan(Math.max(1e-3 * wanted.range, 1e-6))
      })
      compared++
    }
    expect(compared).toBeGreaterThanOrEqual(graph.nodes.length - 3)
  })
})

describe('what a file is made of', () => {
  it('keeps the modules of the program as stages', async () => {
    const { graph } = await opened('resnet-kept.onnx')
    const stages = graph.groups.filter(({ level }) => level === 'stage').map(({ id }) => id)
    expect(stages).toEqual(['layer1', 'layer2'])
    expect(graph.has('layer1/layer1.1/conv2')).toBe('node')
  })

  it('keeps the modules within the levels of a U-Net, which stand between a skip and its concatenation', async () => {
    const { graph } = await opened('unet-ts.onnx')
    const groups = graph.groups.map(({ name }) => name)
    for (const name of ['down.0', 'down.1', 'down.2', 'down.3', 'bottom', 'join.0', 'join.3'])
      expect(groups).toContain(name)
  })

  it('is the same network by both exporters', async () => {
    const [one, other] = await Promise.all(['densenet-ts.onnx', 'densenet-dynamo.onnx'].map(opened))
    expect(one.graph.totals.macs).toBe(other.graph.totals.macs)
    expect(one.graph.nodes.map(({ label }) => label)).toEqual(other.graph.nodes.map(({ label }) => label))
  })

  it('parts, joins and shuffles channels as ShuffleNet does, whatever operators the exporter writes for it', async () => {
    const files = ['shufflenet-ts.onnx', 'shufflenet-old.onnx', 'shufflenet-dynamo.onnx']
    const graphs = (await Promise.all(files.map(opened))).map(({ graph }) => graph)
    for (const { nodes, groups } of graphs) {
      const moved = nodes.filter(({ op }) => op === 'channelShuffle' || op === 'channelSlice')
      // Of two units in a stage only the second parts its channels.
      const [one, both] = ['shuffle of 2 groups', ['channels 1–4', 'channels 5–8', 'shuffle of 2 groups']]
      const second = ['channels 1–6', 'channels 7–12', 'shuffle of 2 groups']
      expect(moved.map(({ label }) => label)).toEqual([one, ...both, one, ...second, one])
      expect(nodes.map(({ label }) => label)).toEqual(graphs[0].nodes.map(({ label }) => label))
      // A Split of the newer exporter names no module, and stands where its parts are read.
      const stages = groups.filter(({ level }) => level === 'stage').map(({ id }) => id)
      expect(stages).toEqual(['conv1', 'stage2', 'stage3', 'stage4', 'conv5'])
    }
  })

  it('draws a dense block as nested concatenations', async () => {
    const { graph } = await opened('densenet-ts.onnx')
    const joins = graph.nodes.filter(({ family }) => family === 'merge')
    expect(joins.map(({ inputs }) => inputs.length)).toEqual([2, 2, 2, 2, 2])
  })

  it('keeps the transform of the image apart', async () => {
    const { transform } = await opened('googlenet-ts.onnx')
    expect(transform!.scale.map((value) => Number(value.toFixed(3)))).toEqual([0.458, 0.448, 0.45])
    expect(transform!.shift.map((value) => Number(value.toFixed(3)))).toEqual([-0.03, -0.088, -0.188])
  })
})

describe('what has no counterpart', () => {
  it('stands as a box, and what comes before it is drawn and counted', async () => {
    const { graph, notes } = await opened('unknown-ts.onnx')
    expect(graph.node('conv').params.weights).toBe(108)
    expect(graph.nodes.at(-1)!.label).toBe('Softplus')
    expect(notes.join()).toContain('Softplus (/Softplus): the operator is not known here')
    expect(graph.issues).toMatchObject([{ unknown: true }])
    expect(whyBroken(graph)).toMatch(/^A part of the network is unknown here: unknown1: Softplus cannot/)
    expect(notes.join()).toContain(afterWords(graph.nodes.at(-1)!.attrs.beyond as string[]))
  })

  it('does not hide what comes after it where the file says its shape', async () => {
    const { graph } = await opened('unknown-dynamo.onnx')
    expect(graph.has('after')).toBe('node')
    expect(graph.totals.incomplete).toBe(true)
  })

  it('is closed where ways cross, and its operators are listed', async () => {
    const { graph } = await opened('crossing-ts.onnx')
    const box = graph.nodes.find(({ op }) => op === 'closed')!
    expect(box.attrs.holds).toHaveLength(7)
    expect(graph.has('first')).toBe('node')
    expect(graph.issues[0].message).toContain('cross')
  })
})
