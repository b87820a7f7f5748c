import { loadGraphModel } from '@tensorflow/tfjs-converter'
import { io } from '@tensorflow/tfjs-core'
import { beforeAll, expect, it } from 'vitest'
import type { Options } from '../../architectures/family'
import { families } from '../../architectures/index'
import { buildSmall } from '../../architectures/smallest'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { ops } from '../../nn/ops'
import { asMap, isMap, volume } from '../../nn/shape'
import { seq } from '../../nn/spec'
import { flatten } from '../../nn/ops/reshape'
import { start } from '../../runtime/backends'
import { execute, upload } from '../../runtime/execute'
import { plan } from '../../runtime/plan'
import * as tf from '../../runtime/tf'
import { busyWeights, disagreement, random } from '../onnx/agreement.fixture'
import { modelOf, modelParts } from './writeTfjs'

beforeAll(async () => void (await start.wasm()))

/** The file as the library that opens it gives back what it computes. */
async function theirs(graph: Graph, image: Float32Array, batch = 1): Promise<readonly Float32Array[]> {
  const [[, json], [, numbers]] = modelParts(graph, busyWeights(graph))
  const { modelTopology, weightsManifest, signature, format } = JSON.parse(
    new TextDecoder().decode(await whole(json)),
  )
  const model = await loadGraphModel(
    io.fromMemory({
      modelTopology,
      signature,
      format,
      weightSpecs: weightsManifest[0].weights,
      weightData: (await whole(numbers)).buffer as ArrayBuffer,
    }),
  )
  const input = tf.tensor(image, [batch, ...graph.architecture.input])
  const results = model.execute({ [graph.input]: input as never }, [...graph.outputs])
  const values = (Array.isArray(results) ? results : [results]).map(
    (each) => each.dataSync().slice() as Float32Array,
  )
  model.dispose()
  return values
}

async function whole(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return new Uint8Array(await new Blob(all as BlobPart[]).arrayBuffer())
}

async function ours(graph: Graph, image: Float32Array): Promise<readonly Float32Array[]> {
  const prepared = await upload(tf, graph, plan(graph, new Set(graph.outputs)), busyWeights(graph))
  const input = tf.tensor(image, [1, ...graph.architecture.input])
  const kept = new Set(graph.outputs)
  const tensors = await execute(tf, prepared, input, (id) => kept.has(id))
  const values = graph.outputs.map((id) => tensors.get(id)!.dataSync().slice() as Float32Array)
  prepared.dispose()
  return values
}

/** At the small input; what is larger takes more memory than a test should. */
const mostParameters = 50e6

const networks: readonly (readonly [id: string, options: Options])[] = [
  ...families.flatMap(({ presets }) => {
    const small = presets
      .map(({ id }) => [id, buildSmall(id, {}).totals.trainable] as const)
      .filter(([, params]) => params <= mostParameters)
      .sort((a, b) => a[1] - b[1])
    return small.slice(0, 1).map(([id]) => [id, {}] as const)
  }),
  ['lenet5-1998', {}],
  ['resnext50-32x4d', {}],
  ['sppnet', { levels: [4, 3, 1], classes: 10 }],
  ['googlenet', { aux: true, 'separable-stem': true, input: [120, 100, 3], classes: 10 }],
  ['resnet', { blocks: [1, 1, 1], shortcut: 'A', order: 'pre', input: [70, 90, 3], classes: 10 }],
]

it.each(networks)('%s %o: TensorFlow.js opens the file and gives the same, to 1e-4', async (id, options) => {
  const graph = buildSmall(id, options)
  const image = random(volume(graph.architecture.input), id)
  const [found, wanted] = [await theirs(graph, image), await ours(graph, image)]
  expect(found).toHaveLength(wanted.length)
  for (const [i, values] of wanted.entries()) expect(disagreement(values, found[i])).toBeLessThanOrEqual(1e-4)
})

/** Every example of every op that takes one input, as a network of its own. */
const examples = Object.values(ops).flatMap(({ name, defaults, examples }) =>
  examples
    .filter(({ inputs }) => inputs.length === 1)
    .map(({ inputs: [shape], attrs }) => {
      const spec = { kind: 'op', op: name, attrs: { ...defaults, ...attrs } } as const
      const body = isMap(shape) ? spec : seq(flatten(), spec)
      const graph = build({ id: name, title: name, input: asMap(shape), body })
      return { graph, said: `${name} ${shape.join('×')} ${JSON.stringify(attrs)}` }
    }),
)

it.each(examples)('$said: computes the same in TensorFlow.js', async ({ graph, said }) => {
  const image = random(volume(graph.architecture.input), said)
  const [[found], [wanted]] = [await theirs(graph, image), await ours(graph, image)]
  expect(disagreement(wanted, found)).toBeLessThanOrEqual(1e-4)
})

it('a file takes a batch, and answers for each image as for it alone', async () => {
  const graph = buildSmall('lenet5')
  const images = ['a', 'b'].map((name) => random(volume(graph.architecture.input), name))
  const [both] = await theirs(graph, Float32Array.from(images.flatMap((image) => [...image])), 2)
  const apart = await Promise.all(images.map(async (image) => [...(await ours(graph, image))[0]]))
  expect(disagreement(Float32Array.from(apart.flat()), both)).toBeLessThanOrEqual(1e-4)
})

it('names every tensor once, and lists the numbers in the order of the file', () => {
  const graph = buildSmall('googlenet', { aux: true, classes: 10 })
  const { model, tensors } = modelOf(graph)
  const { node } = (model as { modelTopology: { node: { name: string }[] } }).modelTopology
  expect(new Set(node.map(({ name }) => name)).size).toBe(node.length)
  expect(new Set(tensors.map(({ name }) => name)).size).toBe(tensors.length)
})
