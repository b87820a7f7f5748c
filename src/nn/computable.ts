import type { Graph, Issue, NodeId } from './graph'

/** The nodes that a run can compute: they fit, and so does all that they are computed from. */
export function computable({ nodes }: Pick<Graph, 'nodes'>): ReadonlySet<NodeId> {
  const found = new Set<NodeId>()
  for (const { id, fits, inputs } of nodes)
    if (fits && inputs.every((input) => found.has(input))) found.add(id)
  return found
}

/** Where a run stops: nodes that do not fit, though all that they read is computed. */
export function stops(graph: Graph): readonly Issue[] {
  if (graph.issues.length === 0) return []
  const found = computable(graph)
  return graph.issues.filter(({ node }) => graph.node(node).inputs.every((input) => found.has(input)))
}
