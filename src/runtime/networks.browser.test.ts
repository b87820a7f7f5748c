import { beforeAll, describe, expect, it } from 'vitest'
import { start } from './backends'
import { execute, upload } from './execute'
import { plan } from './plan'
import * as tf from './tf'
import { seededWeights } from './weights'
import { presets } from '../architectures/index'
import { buildSmall } from '../architectures/smallest'
import { today } from '../ui/sampled.fixture'

// Every network really runs, a third of them each day; the input is small, since shapes follow one rule at every size.
const ids = today(presets).map(({ id }) => id)

describe('on WASM', () => {
  beforeAll(async () => void (await start.wasm()))

  it.each(ids)('%s: every kernel gives the shape that was inferred', async (id) => {
    const graph = buildSmall(id)
    const prepared = await upload(tf, graph, plan(graph, 'all'), seededWeights(graph, 1))
    const input = tf.zeros([1, ...graph.architecture.input])
    const values = await execute(tf, prepared, input, () => true)
    const shapes = Object.fromEntries([...values].map(([node, tensor]) => [node, tensor.shape]))
    expect(shapes).toEqual(Object.fromEntries(graph.nodes.map((node) => [node.id, [1, ...node.shape]])))
    for (const tensor of values.values()) tensor.dispose()
    prepared.dispose()
  })
})
