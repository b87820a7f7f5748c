import type { Graph, NodeId } from '../../../nn/graph'
import { trainable } from '../../../nn/totals'

/** Multiply-accumulates of one image in a step of training. */
export interface Work {
  readonly forward: number
  /** Backward, for the gradients of the weights that learn. */
  readonly weights: number
  /** Backward, to hand the gradient on to what learns further in front. */
  readonly inputs: number
}

/**
 * What a step costs when only some nodes learn. Both gradients of a layer multiply the gradient of its output with
 * something once for every multiplication of the forward pass: with the input, which gives that of the weights, and with
 * the weights, which gives that of the input. The second is needed only if something that learns lies before the layer.
 */
export function workOf(graph: Graph, learns: (node: NodeId) => boolean): Work {
  /** Nodes with something in front of them that learns. */
  const behind = new Set<NodeId>()
  const learning = new Set(
    graph.nodes.filter(({ id, params }) => trainable(params) > 0 && learns(id)).map(({ id }) => id),
  )
  let [weights, inputs] = [0, 0]
  for (const { id, inputs: read, macs } of graph.nodes) {
    if (read.some((before) => behind.has(before) || learning.has(before))) behind.add(id)
    if (learning.has(id)) weights += macs
    if (behind.has(id)) inputs += macs
  }
  return { forward: graph.totals.macs, weights, inputs }
}
