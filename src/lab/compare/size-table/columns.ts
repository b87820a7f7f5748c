import type { Graph } from '../../../nn/graph'
import { formatShape } from '../../../nn/shape'
import { depthOf } from '../../../nn/totals'

export type Quantity = 'output' | 'layers' | 'params' | 'macs' | 'field'

/** Stages in the order of the first network; those that only some have come last. */
export function rowsOf(graphs: readonly Graph[]): readonly string[] {
  return [...new Set(graphs.flatMap((graph) => graph.group('').children.filter((id) => id !== graph.input)))]
}

/** One cell of the table: a number, or a shape; null where the network has no such stage. */
export function cell(graph: Graph, at: string, quantity: Quantity): number | string | null {
  const kind = graph.has(at)
  if (kind === undefined) return null
  const part = kind === 'group' ? graph.group(at) : graph.node(at)
  const nodes = kind === 'group' ? graph.group(at).nodes.map((id) => graph.node(id)) : [graph.node(at)]
  switch (quantity) {
    case 'output':
      return formatShape(part.shape)
    case 'layers':
      return layersOf(graph, at)
    case 'params':
      return nodes.reduce((sum, { params }) => sum + params.weights + params.biases + params.batchNorm, 0)
    case 'macs':
      return nodes.reduce((sum, { macs }) => sum + macs, 0)
    case 'field':
      return part.receptiveField[0].size
  }
}

/** Layers with weights on the longest path through a part: a projection stands beside it. */
function layersOf(graph: Graph, at: string): number {
  const [input, output] =
    graph.has(at) === 'group'
      ? [graph.group(at).input, graph.group(at).output]
      : [graph.node(at).inputs[0], at]
  const depth = (id: string) => depthOf(graph.nodes, id).weighted
  return depth(output) - depth(input)
}

/** The last row: the sum of a column that has one. */
export function total(graph: Graph, quantity: Quantity): number | null {
  if (quantity === 'output') return null
  if (quantity === 'field') return graph.receptiveField[0].size
  return rowsOf([graph]).reduce((sum, at) => sum + (cell(graph, at, quantity) as number), 0)
}

/** The largest cell of all the networks: what the bars of the others are measured against; 0 where cells are no counts. */
export function largest(graphs: readonly Graph[], quantity: Quantity): number {
  const cells = rowsOf(graphs).flatMap((at) => graphs.map((graph) => cell(graph, at, quantity)))
  return Math.max(0, ...cells.map((value) => (typeof value === 'number' ? value : 0)))
}
