import * as tf from '@tensorflow/tfjs-core'
import '@tensorflow/tfjs-backend-cpu'
import '@tensorflow/tfjs-backend-webgl'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import * as ort from 'onnxruntime-web/wasm'
import ortWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { beforeAll, describe, expect, it } from 'vitest'
import { arithmeticOf, readingOf } from '../../nn/arithmetic'
import type { Graph, NodeId } from '../../nn/graph'
import type { Tensor } from '../../nn/op'
import { opOf, ops } from '../../nn/ops'
import { asDepthwise, bySplitting, groupedConv, packGrouped } from '../../nn/ops/grouped'
import { volume, type MapShape } from '../../nn/shape'
import { readable, unitAt } from '../../nn/unit'
import type { Slide } from '../../nn/window'
import { start } from '../../runtime/backends'
import { execute, upload as prepared } from '../../runtime/execute'
import { plan } from '../../runtime/plan'
import {
  busyWeights,
  createOracle,
  disagreement,
  forward,
  random,
  upload,
  worst,
  type Outputs,
} from './agreement.fixture'
import { exampleNetworks } from './examples.fixture'

const tolerance = 1e-4
const oracle = createOracle(ort, ortWasm)

const cases = exampleNetworks().map((each) => ({
  ...each,
  weights: busyWeights(each.graph),
  image: random(volume(each.graph.architecture.input), each.said),
}))

/** What onnxruntime gives for each case, once for all backends. */
const expected = new Map<Graph, Outputs>()

const groupedCases: readonly (Slide & {
  input: MapShape
  groups: number
  filters: number
  kernel: number
})[] = [
  { input: [6, 6, 8], groups: 4, filters: 12, kernel: 3, pad: 1 },
  { input: [7, 8, 6], groups: 2, filters: 4, kernel: 3, stride: 2, pad: 'same' },
  { input: [9, 9, 32], groups: 8, filters: 16, kernel: 3, dilation: 2, pad: 2 },
  { input: [8, 8, 32], groups: 16, filters: 64, kernel: 3, stride: 2, pad: [1, 0, 1, 2] },
  { input: [5, 5, 6], groups: 6, filters: 12, kernel: 3, pad: 1 },
  { input: [4, 4, 16], groups: 8, filters: 8, kernel: 1 },
]

beforeAll(async () => {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded,
  })
  // Rendered in software where there is no graphics card, which tfjs would refuse.
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true)
  for (const { graph, weights, image } of cases) expected.set(graph, await oracle(graph, weights, image))
})

it('has an example for every op but the input and what a file has that is not known', () => {
  const bare = Object.values(ops).filter(({ examples }) => examples.length === 0)
  expect(bare.map(({ family }) => family)).toEqual(['input', 'reshape'])
})

describe.each(['wasm', 'webgl', 'cpu'])('on %s', (backend) => {
  beforeAll(async () => {
    expect(await tf.setBackend(backend)).toBe(true)
    expect(tf.getBackend()).toBe(backend)
  })

  it.each(cases)(
    '$said: agrees with onnxruntime and leaves nothing behind',
    ({ graph, example, weights, image }) => {
      expect(graph.issues).toEqual([])
      const { inputShapes, shape } = graph.node(graph.outputs[0])
      expect(inputShapes).toEqual(example.inputs)
      const before = tf.memory().numTensors
      const outputs = forward(tf, graph, weights, image)
      expect(tf.memory().numTensors).toBe(before)
      expect(outputs.get(graph.outputs[0])).toHaveLength(volume(shape))
      const { node, error } = worst(graph, outputs, expected.get(graph)!)
      expect(error, node).toBeLessThanOrEqual(tolerance)
    },
  )

  it.each(cases)('$said: every value is what its arithmetic gives', ({ graph, weights, image }) => {
    const outputs = new Map<NodeId, Float32Array>([
      ...forward(tf, graph, weights, image),
      [graph.input, image] as const,
    ])
    const node = graph.node(graph.outputs[0])
    const inputs = node.inputs.map((id) => readable(graph.node(id).shape, outputs.get(id)!))
    const named = Object.fromEntries(
      Object.keys(node.weights).map((name) => [name, readingOf(weights(node.id, name))] as const),
    )
    const written = Float32Array.from(
      outputs.get(node.id)!,
      (_, i) => arithmeticOf(node, unitAt(node.shape, i), inputs, named)!.result,
    )
    expect(disagreement(written, outputs.get(node.id)!)).toBeLessThanOrEqual(tolerance)
  })

  it.each(cases)('$said: every image of a batch is treated alike', ({ graph, weights, image }) => {
    const node = graph.node(graph.outputs[0])
    const values = [...forward(tf, graph, weights, image), [graph.input, image] as const]
    const alone = new Map<NodeId, Float32Array>(values)
    tf.tidy(() => {
      const batch = node.inputs.map((id) => {
        const { shape } = graph.node(id)
        const first = tf.tensor(alone.get(id)!, [1, ...shape])
        return tf.concat([tf.zeros([1, ...shape]), first])
      })
      const output = opOf(node).run(tf, batch, upload(tf, node, weights), node.attrs)
      const second = tf.slice(output, 1).dataSync() as Float32Array
      expect(disagreement(second, alone.get(node.id)!)).toBeLessThanOrEqual(1e-6)
    })
  })

  it.each(groupedCases)('a convolution in $groups groups is one dense convolution with zeros', (attrs) => {
    const { input, groups, filters, kernel } = attrs
    const shape = [kernel, kernel, input[2] / groups, filters]
    const values = random(
      shape.reduce((product, side) => product * side),
      'kernel',
    )
    const packed = packGrouped({ values, shape }, attrs)
    tf.tidy(() => {
      const x = tf.tensor(random(volume(input), 'x'), [1, ...input])
      const bias = tf.tensor(random(filters, 'bias'))
      const grouped = tf.tensor(values, shape)
      const a = { stride: 1, dilation: 1, pad: 0, bias: true, ...attrs, groups: 1 }
      const whole = opOf({ op: 'conv' }).run(tf, [x], { kernel: blockDiagonal(grouped, groups), bias }, a)
      const forms = {
        split: bySplitting(tf, x, grouped, bias, attrs),
        depthwise: asDepthwise(tf, x, grouped, bias, attrs),
        packed: groupedConv(tf, x, tf.tensor(packed.values, [...packed.shape]), bias, attrs),
      }
      const largest = tf.max(tf.abs(whole)).dataSync()[0]
      for (const [form, result] of Object.entries(forms)) {
        expect(result.shape, form).toEqual(whole.shape)
        const apart = tf.max(tf.abs(tf.sub(result, whole))).dataSync()[0]
        expect(apart / largest, form).toBeLessThanOrEqual(tolerance)
      }
      const relu = groupedConv(tf, x, grouped, bias, attrs, 'relu')
      const apart = tf.max(tf.abs(tf.sub(relu, tf.relu(whole)))).dataSync()[0]
      expect(apart / largest).toBeLessThanOrEqual(tolerance)
    })
  })
})

// Chromium gives a WebGPU adapter in software on most machines, not on all.
const gpu = (navigator as { gpu?: { requestAdapter(): Promise<unknown> } }).gpu
const webgpu = (await gpu?.requestAdapter()) ? (['webgpu'] as const) : []

describe.each(webgpu)('on %s', (name) => {
  beforeAll(async () => void (await start[name]()))

  // Its values are read as the page reads them, without blocking.
  it.each(cases)('$said: agrees with onnxruntime', async ({ graph, weights, image }) => {
    const network = await prepared(tf, graph, plan(graph, 'all'), weights)
    const input = tf.tensor(image, [1, ...graph.architecture.input])
    const tensors = await execute(tf, network, input, (id) => id !== graph.input)
    const outputs = new Map<NodeId, Float32Array>()
    for (const [id, tensor] of tensors) {
      outputs.set(id, ((await tensor.data()) as Float32Array).slice())
      tensor.dispose()
    }
    input.dispose()
    network.dispose()
    expect(outputs.has(graph.outputs[0])).toBe(true)
    const { node, error } = worst(graph, outputs, expected.get(graph)!)
    expect(error, node).toBeLessThanOrEqual(tolerance)
  })
})

/** [kh, kw, m, g·f] → [kh, kw, g·m, g·f] with zeros where input and filter are of different groups. */
function blockDiagonal(kernel: Tensor, groups: number): Tensor {
  const parts = tf.split(kernel, groups, 3)
  return tf.concat(
    parts.map((part, g) =>
      tf.concat(
        parts.map((other, h) => (g === h ? part : tf.zerosLike(other))),
        3,
      ),
    ),
    2,
  )
}
