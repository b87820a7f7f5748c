import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { presets, resolve } from '../architectures/index'
import { blobOf } from '../export/blob'
import { type Format, fileOf } from '../export/formats'
import { busyWeights } from '../export/onnx/agreement.fixture'
import { torchTensors } from '../export/pytorch/tensors'
import { ownTensors } from '../export/weights/safetensors'
import { asBuilt } from '../nn/asBuilt'
import { build, type Edits } from '../nn/build'
import type { Graph } from '../nn/graph'
import { conv } from '../nn/ops/conv'
import { seq } from '../nn/spec'
import { canonical, wiringOf } from '../nn/wiring'
import { remarkable } from './fit'
import { readOnnx } from './onnx/readOnnx'
import { openWeights } from './open'
import { recognise } from './recognise'
import { fromBytes } from './source'
import { eachWeight } from './weights'

const forms = ['weights', 'pytorch', 'keras'] as const

type Belonging = NonNullable<Parameters<typeof fileOf>[1]['belonging']>

/** The file of weights that an export has, as it is dropped on the page. */
async function dropped(graph: Graph, format: Format, belonging?: Belonging) {
  const { name, parts } = fileOf(graph, {
    format,
    read: busyWeights(graph),
    ...(belonging && { belonging }),
  })
  const bytes = new Uint8Array(await (await blobOf(parts, '')).arrayBuffer())
  if (!name.endsWith('.zip')) return openWeights([fromBytes(bytes, name)])
  const [inside] = Object.entries(unzipSync(bytes)).filter(([each]) => !each.endsWith('.py'))
  return openWeights([fromBytes(inside[1], inside[0])])
}

/** Every weight comes back, each value as it was. */
async function expectSame(graph: Graph, file: Awaited<ReturnType<typeof dropped>>) {
  const recognised = recognise(file)
  expect(remarkable(recognised.fit)).toEqual([])
  const given = busyWeights(graph)
  await eachWeight(recognised, (node, weight, values) => {
    const wanted = given(node, weight)
    expect(
      values.findIndex((value, i) => value !== wanted[i]),
      `${node}.${weight}`,
    ).toBe(-1)
  })
  return recognised
}

describe.each(forms)('weights exported as %s and opened again', (format) => {
  it.each(['lenet5', 'lenet5-1998', 'cifar-resnet20', 'squeezenet1-1', 'mobilenet-v2'])(
    'are those of %s',
    async (id) => {
      const { architecture } = resolve(id)
      const graph = build(architecture)
      await expectSame(graph, await dropped(graph, format))
      const { resolved } = await expectSame(graph, await dropped(graph, format, { network: id, options: {} }))
      expect(resolved.id).toBe(id)
    },
    60_000,
  )

  it('bring the options that the network had', async () => {
    const options = { classes: 7, blocks: [1, 2, 1, 1], width: 8, input: [64, 64, 3] }
    const graph = build(resolve('resnet18', options).architecture)
    const { resolved } = await expectSame(
      graph,
      await dropped(graph, format, { network: 'resnet18', options }),
    )
    expect(resolved.options).toMatchObject(options)
  })

  it.each<[id: string, edits: Edits]>([
    ['cifar-resnet20', { 'conv1/conv': { kernel: [5, 3], pad: 'same' } }],
    ['resnet18', { 'conv2_x/block1/conv1': { filters: 96 }, 'fc/fc': { units: 5, bias: false } }],
    ['googlenet', { 'inception_3a/p2/conv2': { filters: 64, dilation: 2, pad: 2 } }],
  ])('of %s whose layers were changed bring the changed network', async (id, edits) => {
    const { architecture, options } = resolve(id, id === 'resnet18' ? { width: 8 } : { input: [64, 64, 3] })
    const graph = build(architecture, edits)
    const file = await dropped(graph, format, { network: id, options, isChanged: true })
    const { graph: own, resolved, differs, notes } = await expectSame(graph, file)
    expect(canonical(wiringOf(own))).toBe(canonical(wiringOf(graph)))
    expect([resolved.id, differs]).toEqual([id, 'layers'])
    expect(notes.join()).toContain('changed layers')
  })

  it.each(['unet-ts.onnx', 'mobilenet-ts.onnx', 'densenet-kept.onnx'])(
    'of the network of %s bring it, changed or not',
    async (name) => {
      const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'onnx/fixtures', name)))
      const { graph } = await readOnnx(fromBytes(bytes, name), [])
      const { id } = graph.nodes.find(({ op }) => op === 'conv')!
      for (const each of [graph, build(graph.architecture, { [id]: { dilation: 1, bias: true } })]) {
        const { graph: own, differs } = await expectSame(each, await dropped(each, format))
        expect(canonical(wiringOf(own))).toBe(canonical(wiringOf(each)))
        expect(differs).toBe('all')
      }
    },
  )

  it('of a large network are described in more than 64 kB', async () => {
    const layers = Array.from({ length: 900 }, () => conv({ filters: 1, kernel: 1, bias: true }))
    const graph = build({
      id: 'many',
      title: 'Ein großes Netz × 900',
      input: [1, 1, 1],
      body: seq(...layers),
    })
    expect(JSON.stringify(asBuilt(graph)).length).toBeGreaterThan(70_000)
    const { graph: own } = await expectSame(graph, await dropped(graph, format))
    expect(own.architecture).toEqual(asBuilt(graph))
  })

  it('of another number of classes need not say so', async () => {
    const graph = build(resolve('cifar-resnet20', { classes: 7 }).architecture)
    const { resolved, graph: own } = recognise(await dropped(graph, format))
    expect(own.node(own.outputs[0]).shape).toEqual([7])
    expect(resolved.family.id).toBe('resnet')
  })

  it('that were saved again say that they cannot tell which layers were changed', async () => {
    const graph = build(resolve('cifar-resnet20').architecture, {
      'stage1/block1/conv1': { dilation: 2, pad: 2 },
    })
    const { belonging: _, ...bare } = await dropped(graph, format)
    const { resolved, notes } = recognise(bare)
    expect(resolved.id).toBe('cifar-resnet20')
    expect(notes.join()).toContain('This file does not say whether layers were changed')
  })
})

it.each(presets.map(({ id }) => id))('every weight of %s finds its place again', (id) => {
  const graph = build(resolve(id).architecture)
  for (const tensors of [ownTensors(graph), torchTensors(graph)]) {
    const read = () => Promise.reject(new Error('Nothing is read to recognize a network.'))
    const file = {
      form: 'safetensors',
      name: 'a.safetensors',
      size: 0,
      belonging: { network: id, options: {} },
    } as const
    const { fit } = recognise({ ...file, tensors: tensors.map((tensor) => ({ ...tensor, read })) })
    expect(remarkable(fit)).toEqual([])
  }
})

describe('a network exported as ONNX and opened again', () => {
  const use = {
    classes: Array.from({ length: 7 }, (_, i) => `flower ${i}`),
    preprocessing: { scale: [1, 1, 1], shift: [-103.939, -116.779, -123.68], order: 'bgr' },
  } as const

  async function reopened(graph: Graph, belonging: Belonging | undefined) {
    const { parts } = fileOf(graph, {
      format: 'onnx',
      read: busyWeights(graph),
      use,
      ...(belonging && { belonging }),
    })
    const bytes = new Uint8Array(await (await blobOf(parts, '')).arrayBuffer())
    return readOnnx(fromBytes(bytes, 'a.onnx'), [])
  }

  /** Its nodes have their names, and each weight is found under its own. */
  function expectNamed(graph: Graph, { graph: own, weights }: Awaited<ReturnType<typeof reopened>>) {
    expect(own.nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id))
    for (const node of graph.nodes)
      expect(Object.keys(weights.get(node.id) ?? {}).sort(), node.id).toEqual(
        Object.keys(node.weights).sort(),
      )
  }

  it('is the one of this site with its options, where no preset has them, and says how it was used', async () => {
    const odd = { classes: 7, blocks: [1, 2, 1, 1], width: 8, input: [64, 64, 3] }
    const { architecture, options } = resolve('resnet18', odd)
    const graph = build(architecture)
    const read = await reopened(graph, { network: 'resnet18', options })
    expectNamed(graph, read)
    expect(read.preset).toMatchObject({ entry: { id: 'resnet18' }, options, folded: false })
    expect(read.said).toMatchObject(use)
  })

  it('keeps the stages of layers that were changed, and what it was made of', async () => {
    const { architecture, options } = resolve('cifar-resnet20', { classes: 7 })
    const graph = build(architecture, { 'conv1/conv': { kernel: [5, 3], pad: 'same' } })
    const read = await reopened(graph, { network: 'cifar-resnet20', options, isChanged: true })
    expectNamed(graph, read)
    expect(read.preset?.entry.id).toBe('cifar-resnet20')
  })

  it('keeps the names of a network that is none of this site', async () => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'onnx/fixtures/unet-ts.onnx')))
    const { graph } = await readOnnx(fromBytes(bytes, 'unet-ts.onnx'), [])
    const read = await reopened(graph, undefined)
    expectNamed(graph, read)
    expect(read.preset).toBeUndefined()
  })

  it('is what it computes where it says that it is something else', async () => {
    const graph = build(resolve('cifar-resnet20').architecture)
    const read = await reopened(graph, { network: 'resnet34', options: {} })
    expect(read.preset?.entry.id).toBe('cifar-resnet20')
  })
})
