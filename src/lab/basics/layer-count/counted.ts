import type { Graph, GraphNode, NodeId } from '../../../nn/graph'
import type { Family } from '../../../nn/op'
import { opOf } from '../../../nn/ops'

/** What one may decide to count, in the order of the checkboxes. */
export const kinds = [
  ['convolution', 'convolutions'],
  ['dense', 'fully connected'],
  ['pooling', 'pooling'],
  ['merge', 'concat and add'],
  ['normalization', 'normalization'],
  ['activation', 'activations'],
  ['other', 'the rest'],
] as const

export type Kind = (typeof kinds)[number][0]

/** Along the longest path from input to output, or wherever a layer stands. */
export type Where = 'path' | 'everywhere'

export interface Rules {
  readonly kinds: ReadonlySet<Kind>
  readonly where: Where
}

const named = new Set<Family>(['convolution', 'dense', 'pooling', 'merge', 'normalization', 'activation'])

/** The checkbox that a node belongs to; null for the input, which is no layer. */
export function kindOf(node: GraphNode): Kind | null {
  if (node.family === 'input') return null
  // The output units of 1998 have designed weights: a fully connected layer in all but the name.
  if (node.family === 'output' && opOf(node).counts === 'weighted') return 'dense'
  return named.has(node.family) ? (node.family as Kind) : 'other'
}

/**
 * The nodes that count under the rules. Along the longest path means: along the path that has most of what is
 * counted; among equals, the one with most weighted layers. Parts of a layer (a separable stem) count once.
 */
export function counted(graph: Graph, { kinds, where }: Rules): readonly NodeId[] {
  const counts = (node: GraphNode) => {
    const kind = kindOf(node)
    return kind !== null && kinds.has(kind) && !node.partOfLayer
  }
  const weighted = (node: GraphNode) => opOf(node).counts === 'weighted' && !node.partOfLayer
  const on = where === 'path' ? new Set(longest(graph, counts, weighted)) : null
  return graph.nodes.flatMap((node) => (counts(node) && (on === null || on.has(node.id)) ? [node.id] : []))
}

type Test = (node: GraphNode) => boolean

function longest(graph: Graph, first: Test, second: Test): readonly NodeId[] {
  const best = new Map<NodeId, { readonly length: number; readonly from: NodeId | null }>()
  // More of the first outweighs any number of the second.
  const worth = graph.nodes.length + 1
  for (const node of graph.nodes) {
    let from: NodeId | null = null
    for (const id of node.inputs)
      if (from === null || best.get(id)!.length > best.get(from)!.length) from = id
    const own = (first(node) ? worth : 0) + (second(node) ? 1 : 0)
    best.set(node.id, { length: own + (from === null ? 0 : best.get(from)!.length), from })
  }
  const path: NodeId[] = []
  for (let id: NodeId | null = graph.outputs[0]; id !== null; id = best.get(id)!.from) path.push(id)
  return path
}

/** Counted nodes and every group that holds one, so that closed boxes stand out as well. */
export function litBy(graph: Graph, ids: readonly NodeId[]): ReadonlySet<string> {
  const lit = new Set<string>(ids)
  for (const group of graph.groups) if (group.id && group.nodes.some((id) => lit.has(id))) lit.add(group.id)
  return lit
}
