import { memory } from '@tensorflow/tfjs-core'
import * as ort from 'onnxruntime-web/wasm'
import ortWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { beforeAll, expect, it } from 'vitest'
import type { Options } from '../../architectures/family'
import { presets } from '../../architectures/index'
import { buildSmall } from '../../architectures/smallest'
import type { Graph, NodeId } from '../../nn/graph'
import { volume } from '../../nn/shape'
import { start } from '../../runtime/backends'
import { execute, upload } from '../../runtime/execute'
import { plan } from '../../runtime/plan'
import * as tf from '../../runtime/tf'
import { today } from '../../ui/sampled.fixture'
import { busyWeights, createOracle, type Outputs, random, worst } from './agreement.fixture'
import type { Weights } from './emitter'

/** At the small input; what is larger needs more memory than a test should take. */
const mostParameters = 50e6

const compared: readonly (readonly [id: string, options: Options])[] = [
  ...presets
    .filter(({ id }) => buildSmall(id, {}).totals.trainable <= mostParameters)
    .map(({ id }) => [id, {}] as const),
  ['sppnet', { levels: [4, 3, 1], classes: 10 }],
  ['googlenet', { aux: true, 'separable-stem': true, input: [120, 100, 3], classes: 10 }],
  ['resnet', { blocks: [1, 1, 1], shortcut: 'A', order: 'pre', input: [70, 90, 3], classes: 10 }],
]

const theirs = createOracle(ort, ortWasm)

/** What is held against the oracle: the product's own run, every layer apart or folded and fused. */
async function ours(
  graph: Graph,
  weights: Weights,
  image: Float32Array,
  watched: 'all' | ReadonlySet<NodeId>,
): Promise<Outputs> {
  const prepared = await upload(tf, graph, plan(graph, watched), weights)
  const input = tf.tensor(image, [1, ...graph.architecture.input])
  const kept = new Set(graph.outputs)
  const tensors = await execute(tf, prepared, input, (id) => watched === 'all' || kept.has(id))
  const outputs = new Map<NodeId, Float32Array>()
  for (const [id, tensor] of tensors) {
    if (id !== graph.input) outputs.set(id, (await tensor.data()) as Float32Array)
    tensor.dispose()
  }
  if (!input.isDisposed) input.dispose()
  prepared.dispose()
  return outputs
}

beforeAll(async () => void (await start.wasm()))

it('compares every network of at most 30 M parameters', () => {
  const ids = compared.map(([id]) => id)
  for (const { id, preset } of presets) if (preset.reference.params <= 30e6) expect(ids).toContain(id)
})

it.each(today(compared))('%s %o agrees with onnxruntime node by node, to 1e-4', async (id, options) => {
  const graph = buildSmall(id, options)
  const weights = busyWeights(graph)
  const image = random(volume(graph.architecture.input), id)
  const before = memory().numTensors
  const expected = await theirs(graph, weights, image)
  const apart = await ours(graph, weights, image, 'all')
  expect(apart.size).toBe(graph.nodes.length - 1)
  const found = worst(graph, apart, expected)
  expect(found.error, found.node).toBeLessThanOrEqual(1e-4)
  const fused = worst(graph, await ours(graph, weights, image, new Set()), expected)
  expect(fused.error, `${fused.node}, fused`).toBeLessThanOrEqual(1e-4)
  expect(memory().numTensors).toBe(before)
})
