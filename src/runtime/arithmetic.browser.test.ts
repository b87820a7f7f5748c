import { beforeAll, expect, it } from 'vitest'
import { buildSmall } from '../architectures/smallest'
import { arithmeticOf, readingOf } from '../nn/arithmetic'
import { volume } from '../nn/shape'
import { readable, unitAt } from '../nn/unit'
import { start } from './backends'
import { execute, upload } from './execute'
import { inputOf, noise } from './input'
import { plan } from './plan'
import { bits } from './random'
import * as tf from './tf'
import { seededWeights } from './weights'

beforeAll(async () => void (await start.wasm()))

// Between them these have every kind of layer: padding, groups, LRN, both poolings, concat, add, LeNet's own.
it.each([
  ['lenet5-1998', {}],
  ['cifar-resnet20', {}],
  ['cifar-resnet20', { shortcut: 'A' }],
  ['cifar-densenet40-k12', { blocks: '2,2,2' }],
  ['googlenet', {}],
  ['resnext50-32x4d', {}],
])('%s %o: random values of every layer are what their arithmetic gives, to 1e-4', async (id, options) => {
  const graph = buildSmall(id, options)
  const source = seededWeights(graph, 1)
  const prepared = await upload(tf, graph, plan(graph, 'all'), source)
  const [height, width] = graph.architecture.input
  const image = inputOf(noise(width, height, 1), graph.architecture.input, 1)
  const input = tf.tensor(image, [1, ...graph.architecture.input])
  const tensors = await execute(tf, prepared, input, () => true)
  const values = new Map([...tensors].map(([node, tensor]) => [node, tensor.dataSync() as Float32Array]))
  values.set(graph.input, image)
  const wrong: string[] = []
  for (const [n, node] of graph.nodes.entries()) {
    if (node.id === graph.input) continue
    const inputs = node.inputs.map((from) => readable(graph.node(from).shape, values.get(from)!))
    const weights = Object.fromEntries(
      Object.keys(node.weights).map((name) => [name, readingOf(source(node.id, name))]),
    )
    for (let k = 0; k < 4; k++) {
      const index = bits(n, k) % volume(node.shape)
      const arithmetic = arithmeticOf(node, unitAt(node.shape, index), inputs, weights)!
      const shown = values.get(node.id)![index]
      // Where large terms cancel, 32-bit sums differ by a share of the terms and not of what is left.
      const size = arithmetic.patches
        .flatMap(({ cells }) => cells)
        .reduce((most, { term }) => Math.max(most, Math.abs(term)), Math.abs(shown))
      if (!(Math.abs(arithmetic.result - shown) <= 1e-4 * size))
        wrong.push(`${node.id} ${index}: ${arithmetic.result} against ${shown}`)
    }
  }
  for (const tensor of tensors.values()) tensor.dispose()
  input.dispose()
  prepared.dispose()
  expect(wrong).toEqual([])
})
