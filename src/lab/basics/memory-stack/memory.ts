import type { Graph, NodeId } from '../../../nn/graph'
import { volume } from '../../../nn/shape'
import { bytesPerValue, trainable } from '../../../nn/totals'

/** One node's memory in bytes, float32. */
export interface Use {
  readonly id: NodeId
  /** Its output for the whole batch. */
  readonly activations: number
  /** Its trained parameters; they do not depend on the batch. */
  readonly weights: number
}

/** What every layer keeps while a network trains on a batch. */
export function usesOf(graph: Graph, batch: number): readonly Use[] {
  return graph.nodes.map((node) => ({
    id: node.id,
    activations: volume(node.shape) * batch * bytesPerValue,
    weights: trainable(node.params) * bytesPerValue,
  }))
}

/** The node with the largest output that is not the image itself; the first of equals. */
export function largest(graph: Graph): { readonly id: NodeId; readonly values: number } {
  return graph.nodes
    .filter(({ family }) => family !== 'input')
    .map(({ id, shape }) => ({ id, values: volume(shape) }))
    .reduce((best, node) => (node.values > best.values ? node : best))
}
