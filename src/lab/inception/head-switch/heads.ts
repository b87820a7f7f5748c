import { graphOf } from '../../../architectures/built'
import type { Graph } from '../../../nn/graph'
import type { MapShape } from '../../../nn/shape'

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

/** One channel of the last map: its positions, and what the last layer reads of it and with how many weights. */
export function lastChannel(graph: Graph) {
  const { id, channels } = profile(graph).at(-1)!
  const [height, width] = graph.group(id).shape as MapShape
  const { reads, weights } = lastLayer(graph)
  return { channels, height, width, values: reads / channels, weights: weights / channels }
}
