import { graphOf } from '../../architectures/built'
import type { Graph } from '../../nn/graph'

export const heads = ['mean', 'flatten'] as const

export type Head = (typeof heads)[number]

export const netWith = (head: Head): Graph => graphOf('googlenet', { head })

/** Channels behind every inception block, in their order. */
export function profile(graph: Graph): readonly { readonly id: string; readonly channels: number }[] {
  return graph.groups.flatMap(({ id, parent, shape }) =>
    parent === '' && id.startsWith('inception_') ? [{ id, channels: shape[shape.length - 1] }] : [],
  )
}

/** What the last layer reads and has, and what the rest of the network has: counts of values and parameters. */
export function lastLayer(graph: Graph) {
  const layer = graph.node('fc/fc')
  const reads = graph.node(layer.inputs[0]).shape.reduce((all, side) => all * side, 1)
  const own = graph.group('fc').totals.trainable
  const [, outputs] = layer.weights.kernel.shape
  return { reads, weights: reads * outputs, own, rest: graph.totals.trainable - own }
}
