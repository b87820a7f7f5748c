import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { presets, resolve } from '../architectures/index'
import { blobOf } from '../export/blob'
import { type Format, fileOf } from '../export/formats'
import { busyWeights } from '../export/onnx/agreement.fixture'
import { torchTensors } from '../export/pytorch/tensors'
import { ownTensors } from '../export/weights/safetensors'
import { build } from '../nn/build'
import type { Graph } from '../nn/graph'
import { remarkable } from './fit'
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

  it('of another number of classes need not say so', async () => {
    const graph = build(resolve('cifar-resnet20', { classes: 7 }).architecture)
    const { resolved, graph: own } = recognise(await dropped(graph, format))
    expect(own.node(own.outputs[0]).shape).toEqual([7])
    expect(resolved.family.id).toBe('resnet')
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
