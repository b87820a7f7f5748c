import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { findEntry, resolve } from '../../architectures/index'
import { readOnnx } from '../../import/onnx/readOnnx'
import { fromBytes } from '../../import/source'
import { build } from '../../nn/build'
import { graphHash } from '../../runtime/graphHash'
import { sha256 } from '../../runtime/sha256'
import { useStore } from '../state/store'
import { readHash, writeHash } from '../route/url'
import { start } from '../state/intent'
import { fingerprint } from './fingerprint'
import { freshIn, givenFor, useGiven } from './given'
import { opened, register } from './open'

const folder = join(import.meta.dirname, '../../import')
const file = (path: string) => new File([readFileSync(join(folder, path))], path.split('/').at(-1)!)
const onnx = (name: string) => file(`onnx/fixtures/${name}`)

beforeEach(() => useGiven.setState({ all: [], waiting: [], faults: {} }))

it('a network of an ONNX file is found by its name, built as the file has it, and keeps its weights', async () => {
  const found = await opened([onnx('resnet-kept.onnx')])
  const id = await register(found, found)
  expect(id).toMatch(/^own-[0-9a-f]{16}$/)
  const graph = build(resolve(id).architecture)
  expect(graph.architecture.id).toBe(id)
  expect(graphHash(graph)).toBe(graphHash(found.graph))
  expect(givenFor(graph)?.file).toBe('resnet-kept.onnx')
  const names: string[] = []
  await givenFor(graph)!.supply((node, weight, values) => {
    names.push(`${node} ${weight} ${values.length}`)
    return Promise.resolve()
  })
  expect(names).toHaveLength(found.wanted)
  expect(useGiven.getState().faults).toEqual({})
})

it('what an address of such a network says is read back, with the file that it needs', async () => {
  const found = await opened([onnx('vgg-ts.onnx')])
  const id = await register(found, found)
  const hash = writeHash({ ...start, network: id, selected: found.graph.nodes[1].id, beside: id })
  expect(hash).toMatch(new RegExp(`^#/n/${id}\\?file=vgg-ts.onnx,\\d+.*beside=${id}&besideFile=vgg-ts.onnx,`))
  const { intent, problems } = readHash(hash)
  expect(problems).toEqual([])
  expect(writeHash(intent)).toBe(hash)
})

it('a preset that a file turns out to be leads to its paper and its slides', async () => {
  const found = await opened([file('fixtures/bottleneck.pth')])
  const { family, file: from } = found.network
  expect(from).toMatchObject({ family: 'resnet' })
  expect(findEntry(from.preset!).family.paper).toBe(family.paper)
  const id = await register(found, found)
  // Options that the family has can be changed, and begin where the file has them.
  expect(resolve(id).options.blocks).toEqual([1, 2, 1, 1])
})

it('weights of a file do not take the place of those of the network beside it', async () => {
  const found = await opened([onnx('resnet-kept.onnx')])
  const id = await register(found, found)
  const own = build(resolve(id).architecture)
  const like = { ...found.graph, architecture: { ...found.graph.architecture, id: 'another' } }
  useStore.setState({ network: 'resnet18', beside: null })
  expect(givenFor(like)?.network).toBe(id)
  useStore.setState({ beside: id })
  expect(givenFor(like)).toBeUndefined()
  expect(givenFor(own)?.network).toBe(id)
})

it('a network waits for the file of its weights', async () => {
  await expect(opened([onnx('resnet-dynamo.onnx')])).rejects.toThrow('drop both together')
  const { files } = await opened([onnx('resnet-dynamo.onnx.data')])
  expect(files.map(({ name }) => name)).toEqual(['resnet-dynamo.onnx', 'resnet-dynamo.onnx.data'])
  await expect(opened([onnx('resnet-dynamo.onnx')])).rejects.toThrow('drop both together')
  expect((await opened([onnx('resnet-ts.onnx')])).files).toHaveLength(1)
})

it('networks of their own that come along are next, and what is neither is named', async () => {
  const [one, two] = [file('fixtures/bottleneck.pth'), onnx('resnet-ts.onnx')]
  const notes = new File(['words'], 'notes.pdf')
  const found = await opened([one, notes, two])
  expect(found.files).toEqual([two])
  expect(found.others).toEqual([one])
  expect(found.notes).toContain('notes.pdf is not part of this network and was left out.')
  expect((await opened([one])).others).toBeUndefined()
})

it('the name of a file follows from all of its bytes and from nothing else', async () => {
  const bytes = Uint8Array.from({ length: 5 * 2 ** 20 }, (_, i) => i % 251)
  const name = await fingerprint([new Blob([bytes])])
  expect(name).toBe(await fingerprint([new File([bytes], 'other.onnx')]))
  const pieces = [bytes.subarray(0, 2 ** 22), bytes.subarray(2 ** 22)].map(sha256)
  expect(name).toBe(sha256(new TextEncoder().encode(pieces.join(''))).slice(0, 16))
  bytes[4_500_000] ^= 1
  expect(await fingerprint([new Blob([bytes])])).not.toBe(name)
  expect(await fingerprint([])).toMatch(/^[0-9a-f]{16}$/)
})

it('a change keeps the weights of all layers that it does not touch, and says which are new', async () => {
  const found = await opened([onnx('resnet-kept.onnx')])
  const id = await register(found, found)
  const { architecture } = resolve(id)
  const wider = build(architecture, { 'layer1/layer1.0/conv1': { filters: 16 } })
  const given = givenFor(wider)!
  expect(given.file).toBe('resnet-kept.onnx')
  expect(freshIn(wider, given)).toEqual([
    { node: 'layer1/layer1.0/conv1', weights: ['kernel'] },
    { node: 'layer1/layer1.0/bn1', weights: ['gamma', 'beta', 'mean', 'variance'] },
    { node: 'layer1/layer1.0/conv2', weights: ['kernel'] },
  ])
  // A stride decides no shape of a weight.
  const finer = build(architecture, { conv1: { stride: 1 } })
  expect(freshIn(finer, givenFor(finer)!)).toEqual([])
  expect(freshIn(given.of, given)).toEqual([])
})

it('a network with a part that is not known runs with the weights of its file', async () => {
  const found = await opened([onnx('unknown-ts.onnx')])
  const id = await register(found, found)
  expect(givenFor(build(resolve(id).architecture))?.file).toBe('unknown-ts.onnx')
})

it('weights that are no numbers are told before anything runs', async () => {
  const found = await opened([onnx('resnet-ts.onnx')])
  expect(await found.check()).toEqual([])
  const bytes = new Uint8Array(readFileSync(join(folder, 'onnx/fixtures/resnet-ts.onnx')))
  const { graph, initializers } = await readOnnx(fromBytes(bytes, 'resnet-ts.onnx'))
  const first = graph.nodes.find(({ weights }) => weights.kernel)!
  const { name, tensor } = initializers.get(first.id)!.kernel
  const values = new Uint8Array((await tensor.read()).buffer)
  const at = indexOf(bytes, values.subarray(0, 16))
  bytes.set([0, 0, 0xc0, 0x7f], at)
  const spoiled = await opened([new File([bytes], 'spoiled.onnx')])
  expect(await spoiled.check()).toEqual([
    { name, problem: `1 of its ${values.length / 4} values are NaN or infinite` },
  ])
})

/** Where some bytes stand among others. */
function indexOf(bytes: Uint8Array, wanted: Uint8Array): number {
  return Buffer.from(bytes).indexOf(wanted)
}

it('names of classes that come together with a network are taken, in either order, or it is said why not', async () => {
  const found = await opened([onnx('vgg-ts.onnx')])
  const [outputs] = found.graph.node(found.graph.outputs[0]).shape
  const names = Array.from({ length: outputs }, (_, i) => `flower ${i}`)
  const list = new File([JSON.stringify(names)], 'flowers.json')
  for (const files of [
    [list, onnx('vgg-ts.onnx')],
    [onnx('vgg-ts.onnx'), list],
  ]) {
    const both = await opened(files)
    expect(both).toMatchObject({ classes: names, isNamed: true })
    expect(both.files.map(({ name }) => name)).toEqual(['vgg-ts.onnx'])
  }
  const few = await opened([onnx('vgg-ts.onnx'), new File(['a\nb'], 'two.txt')])
  expect(few.classes).toBeUndefined()
  expect(few.isNamed).toBeUndefined()
  expect(few.notes.join()).toContain(
    'two.txt cannot be used for the names of the classes. The file has 2 names',
  )
})
