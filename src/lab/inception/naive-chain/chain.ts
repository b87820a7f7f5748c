import type { Graph } from '../../../nn/graph'

/** One of the nine blocks: channels that leave it, and what it costs. */
export interface ChainBlock {
  /** `3a`. */
  readonly name: string
  readonly channels: number
  readonly params: number
  readonly macs: number
}

const prefix = 'inception_'

/** The inception blocks of a GoogLeNet in their order. */
export function chainOf(graph: Graph): readonly ChainBlock[] {
  return graph.groups
    .filter((group) => group.level === 'block' && group.id.startsWith(prefix))
    .map((group) => ({
      name: group.id.slice(prefix.length),
      channels: group.shape[group.shape.length - 1],
      params: group.totals.trainable,
      macs: group.totals.macs,
    }))
}
