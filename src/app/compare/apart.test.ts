import { expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { diff } from '../../nn/diff'
import { size } from '../../nn/totals'
import type { Graph } from '../../nn/graph'
import type { Trace } from '../../nn/trace'
import { type Apart, apart } from './apart'

const traceOf = (graph: Graph, value: (node: string) => number): Trace => ({
  nodes: new Set(),
  read: () => Promise.reject(new Error('no maps')),
  weights: (node, name) =>
    Promise.resolve(new Float32Array(size(graph.node(node).weights[name])).fill(value(node))),
})

async function all(of: AsyncGenerator<Apart>): Promise<readonly Apart[]> {
  const found: Apart[] = []
  for await (const each of of) found.push(each)
  return found
}

it('weights that are a tenth larger are a tenth apart, in the layers where they are', async () => {
  const graph = graphOf('cifar-resnet20')
  const changed = 'conv1/conv'
  const other = traceOf(graph, (node) => (node === changed ? 2.2 : 2))
  const layers = await all(
    apart(
      diff(graph, graph),
      traceOf(graph, () => 2),
      other,
    ),
  )
  expect(layers.length).toBe(graph.nodes.filter(({ weights }) => Object.keys(weights).length > 0).length)
  for (const { left, relative } of layers) expect(relative).toBeCloseTo(left === changed ? 0.1 : 0, 5)
})

it('only layers that both networks have, with weights of one shape, are compared', async () => {
  const [left, right] = [graphOf('cifar-plain20'), graphOf('cifar-resnet20')]
  const ones = (graph: Graph) => traceOf(graph, () => 1)
  const layers = await all(apart(diff(left, right), ones(left), ones(right)))
  expect(layers.length).toBeGreaterThan(20)
  for (const { relative } of layers) expect(relative).toBe(0)
})
