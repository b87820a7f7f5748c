import type { Graph } from '../../../nn/graph'
import { isGroup, stagesOf } from '../../../nn/summary'
import { trainable } from '../../../nn/totals'

/** A stage with what it costs. */
export interface Part {
  readonly id: string
  /** Whether its weights are those of fully connected layers. */
  readonly dense: boolean
  readonly params: number
  readonly macs: number
}

/** The stages that cost anything, in order. */
export function partsOf(graph: Graph): readonly Part[] {
  return stagesOf(graph).flatMap((part) => {
    const params = isGroup(part) ? part.totals.trainable : trainable(part.params)
    const macs = isGroup(part) ? part.totals.macs : part.macs
    const nodes = isGroup(part) ? part.nodes.map((id) => graph.node(id)) : [part]
    return params + macs === 0
      ? []
      : [{ id: part.id, dense: nodes.some(({ family }) => family === 'dense'), params, macs }]
  })
}

/** The share of the fully connected layers in a whole, 0 to 1. */
export function denseShare(graph: Graph, of: 'params' | 'macs'): number {
  const sum = (nodes: Graph['nodes']) =>
    nodes.reduce((total, node) => total + (of === 'params' ? trainable(node.params) : node.macs), 0)
  return sum(graph.nodes.filter(({ family }) => family === 'dense')) / sum(graph.nodes)
}
