import { beforeAll, describe, expect, it } from 'vitest'
import { afterwards } from '../../nn/afterwards'
import { build } from '../../nn/build'
import type { Graph, NodeId } from '../../nn/graph'
import { relu } from '../../nn/ops/activation'
import { conv } from '../../nn/ops/conv'
import { dense } from '../../nn/ops/dense'
import { batchNorm } from '../../nn/ops/normalization'
import { adaptiveAvgPool, avgPool, globalAvgPool, maxPool } from '../../nn/ops/pooling'
import { branch, residual, seq, type Spec } from '../../nn/spec'
import type { Trace } from '../../nn/trace'
import { under } from '../../nn/under'
import { start } from '../../runtime/backends'
import { execute, upload } from '../../runtime/execute'
import { inputOf, noise } from '../../runtime/input'
import { plan } from '../../runtime/plan'
import * as tf from '../../runtime/tf'
import { seededWeights } from '../../runtime/weights'
import { readAll, valueOf, writtenOut } from '../number/reads'
import { walkOf } from './walk'

beforeAll(async () => void (await start.wasm()))

const window = { kernel: 3, filters: 4, pad: 1, bias: true }

/** Networks of one kind of layer each; the first layer makes channels of the image. */
const layers: readonly (readonly [said: string, node: NodeId, body: Spec])[] = [
  ['a convolution', 'conv', conv({ kernel: 3, filters: 4, bias: true })],
  ['a padded one', 'conv', conv(window)],
  ['one of stride 2', 'conv', conv({ ...window, stride: 2 })],
  ['one of dilation 2', 'conv', conv({ ...window, pad: 2, dilation: 2 })],
  ['one of three groups', 'conv', conv({ ...window, filters: 6, groups: 3 })],
  ['one of 1×1', 'conv', conv({ kernel: 1, filters: 5 })],
  ['a max pool with padding', 'pool', maxPool({ kernel: 3, stride: 2, pad: 1 })],
  ['an average pool that leaves padding out', 'pool', avgPool({ kernel: 3, stride: 2, pad: 1 })],
  ['one that counts it', 'pool', avgPool({ kernel: 3, stride: 2, pad: 1, countPad: true })],
  ['an average over bins', 'pool', adaptiveAvgPool({ grid: 2 })],
  ['a global average', 'avgpool', globalAvgPool()],
  ['a batch normalization', 'bn', batchNorm()],
  ['a ReLU', 'relu', relu()],
  ['an addition', 'add', residual(seq(conv({ kernel: 3, filters: 3, pad: 1 }), batchNorm()))],
  ['a concatenation', 'concat', branch('concat', conv({ kernel: 1, filters: 2 }), conv(window))],
  ['a dense layer', 'fc', dense({ units: 7 })],
]

/** The last forward pass of a graph on WASM, every layer kept. */
async function traceOf(graph: Graph): Promise<Trace> {
  const source = seededWeights(graph, 1)
  const prepared = await upload(tf, graph, plan(graph, 'all'), source)
  const [height, width] = graph.architecture.input
  const image = inputOf(noise(width, height, 1), graph.architecture.input, 1)
  const input = tf.tensor(image, [1, ...graph.architecture.input])
  const tensors = await execute(tf, prepared, input, () => true)
  const values = new Map([...tensors].map(([node, tensor]) => [node, tensor.dataSync() as Float32Array]))
  values.set(graph.input, image)
  for (const tensor of tensors.values()) tensor.dispose()
  input.dispose()
  prepared.dispose()
  return {
    nodes: new Set(values.keys()),
    read: async (node) => ({ node, shape: graph.node(node).shape, values: values.get(node)! }),
    weights: async (node, name) => source(node, name),
  }
}

describe('every value that the window makes is the one of the run', () => {
  it.each(layers)('%s', async (_, id, body) => {
    const graph = build({ id: 'one', title: 'One', input: [9, 8, 3], body: seq(body, relu()) })
    expect(graph.issues).toEqual([])
    const node = graph.nodes.find(({ name }) => name === id || name.startsWith(id))!
    const chain = [node, ...afterwards(graph, node)]
    const trace = await traceOf(graph)
    const reads = await readAll(trace, chain, null)
    const walk = walkOf(node.shape)
    const depth = walk.columns === walk.count ? 1 : node.shape.at(-1)!
    const wrong: string[] = []
    let padded = 0
    for (let channel = 0; channel < depth; channel++)
      for (let index = 0; index < walk.count; index++) {
        const unit = walk.at(index, { row: 0, column: 0, channel })
        for (const read of reads) {
          const { result } = writtenOut(read, unit)!
          const value = valueOf(read, unit)
          if (!(Math.abs(result - value) <= 1e-4))
            wrong.push(`${read.node.id} ${JSON.stringify(unit)}: ${result} against ${value}`)
        }
        // What is drawn on the input is what is computed with.
        for (const { input, cells } of writtenOut(reads[0], unit)!.patches) {
          const { rows, columns } = under(node, input, unit)
          const of = reads[0].inputs[input]
          padded += cells.filter((cell) => cell.unit === null).length
          cells.forEach((cell, i) => {
            const at = { row: rows[Math.floor(i / columns.length)], column: columns[i % columns.length] }
            const drawn = cell.unit ? valueOf({ output: of }, { ...at, channel: cell.unit.channel }) : 0
            if (cell.value !== drawn) wrong.push(`${index}, cell ${i}: ${cell.value} against ${drawn}`)
          })
        }
      }
    expect(wrong).toEqual([])
    const attrs = node.attrs as { pad?: number }
    expect(padded > 0).toBe((attrs.pad ?? 0) > 0)
  })

  it('a filter of a group reads the channels of its group alone', async () => {
    const body = conv({ ...window, filters: 6, groups: 3 })
    const graph = build({ id: 'one', title: 'One', input: [9, 8, 3], body })
    const [read] = await readAll(await traceOf(graph), [graph.node('conv')], null)
    for (let channel = 0; channel < 6; channel++) {
      const { patches } = writtenOut(read, { row: 4, column: 4, channel })!
      expect(patches.map((patch) => patch.channel)).toEqual([Math.floor(channel / 2)])
    }
  })
})
