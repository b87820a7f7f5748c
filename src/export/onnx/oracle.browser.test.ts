import * as tf from '@tensorflow/tfjs-core'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import * as ort from 'onnxruntime-web/wasm'
import ortWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { beforeAll, expect, it } from 'vitest'
import type { Options } from '../../architectures/family'
import { presets, resolve } from '../../architectures/index'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { volume } from '../../nn/shape'
import { busyWeights, createOracle, forward, random, worst } from './agreement.fixture'
import type { Weights } from './emitter'

/** At the small input; what is larger needs more memory than a test should take. */
const mostParameters = 50e6

/** The first of these sides at which a network fits together; its own where that is smaller. */
const sides = [64, 96, 128]

function small(id: string, options: Options): Graph {
  const own = resolve(id, options).architecture
  const [height, , channels] = own.input
  const smaller = 'input' in options ? [] : sides.filter((side) => side < height)
  for (const side of smaller) {
    const graph = build(resolve(id, { ...options, input: [side, side, channels] }).architecture)
    if (graph.issues.length === 0) return graph
  }
  return build(own)
}

const compared: readonly (readonly [id: string, options: Options])[] = [
  ...presets
    .filter(({ id }) => small(id, {}).totals.trainable <= mostParameters)
    .map(({ id }) => [id, {}] as const),
  ['sppnet', { levels: [4, 3, 1], classes: 10 }],
  ['googlenet', { aux: true, 'separable-stem': true, input: [120, 100, 3], classes: 10 }],
  ['resnet', { blocks: [1, 1, 1], shortcut: 'A', order: 'pre', input: [70, 90, 3], classes: 10 }],
]

/** What is held against the oracle. */
const ours = (graph: Graph, weights: Weights, image: Float32Array) => forward(tf, graph, weights, image)
const theirs = createOracle(ort, ortWasm)

beforeAll(async () => {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded,
  })
  await tf.setBackend('wasm')
})

it('compares every network of at most 30 M parameters', () => {
  const ids = compared.map(([id]) => id)
  for (const { id, preset } of presets) if (preset.reference.params <= 30e6) expect(ids).toContain(id)
})

it.each(compared)('%s %o agrees with onnxruntime node by node, to 1e-4', async (id, options) => {
  const graph = small(id, options)
  const weights = busyWeights(graph)
  const image = random(volume(graph.architecture.input), id)
  const before = tf.memory().numTensors
  const found = worst(graph, ours(graph, weights, image), await theirs(graph, weights, image))
  expect(found.error, found.node).toBeLessThanOrEqual(1e-4)
  expect(tf.memory().numTensors).toBe(before)
})
