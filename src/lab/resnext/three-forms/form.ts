import type { Graph, GraphNode } from '../../../nn/graph'

/** A block as figure 3 of the paper writes it: its convolutions, by the path that they lie on. */
export interface Form {
  /** Channels that enter the block, and leave it. */
  readonly channels: number
  /** The convolutions of each path, first to last; of a block without paths none. */
  readonly paths: readonly (readonly GraphNode[])[]
  /** Where the paths come together. */
  readonly join?: GraphNode
  /** The convolutions after the paths, or all of them. */
  readonly rest: readonly GraphNode[]
}

export function formOf(graph: Graph): Form {
  const convolutions = graph.nodes.filter(({ family }) => family === 'convolution')
  // The shortcut comes back at the other merge, which lies on no path.
  const join = graph.nodes.find(({ family, path }) => family === 'merge' && path !== undefined)
  const onPath = (index: number) =>
    convolutions.filter(({ path }) => path?.join === join?.id && path?.index === index)
  return {
    channels: graph.node(graph.input).shape[2]!,
    paths: join ? join.inputs.map((_, index) => onPath(index)) : [],
    ...(join && { join }),
    rest: convolutions.filter(({ path }) => !join || path?.join !== join.id),
  }
}

/** So many paths are drawn where there is room for some; the last place says how many more there are. */
export function drawn(paths: number, room: number): { readonly shown: number; readonly more: number } {
  if (paths <= room) return { shown: paths, more: 0 }
  const shown = Math.max(1, room - 1)
  return { shown, more: paths - shown }
}

/** The weights of a convolution as a product: `3·3·4·4`. */
export function productOf({ weights: { kernel } }: GraphNode): string {
  return kernel.shape.join('·')
}
