import type { Graph, NodeId } from '../../../nn/graph'

/** A stage with weights, in the order of the network. */
export interface Part {
  readonly name: string
  readonly params: number
  readonly nodes: readonly NodeId[]
}

/** What can be frozen one after the other: the stages that have parameters; the last is the head. */
export function partsOf(graph: Graph): readonly Part[] {
  return graph.groups
    .filter(({ level, totals }) => level === 'stage' && totals.trainable > 0)
    .map(({ name, totals, nodes }) => ({ name, params: totals.trainable, nodes }))
}

/** How many parameters learn behind a line after `frozen` parts, and their share. */
export function learning(
  parts: readonly Part[],
  frozen: number,
): { readonly own: number; readonly share: number } {
  const sum = (of: readonly Part[]) => of.reduce((total, { params }) => total + params, 0)
  const own = sum(parts.slice(frozen))
  return { own, share: own / sum(parts) }
}

/** Whether a node lies behind a line after `frozen` parts. */
export function learnsBehind(parts: readonly Part[], frozen: number): (node: NodeId) => boolean {
  const free = new Set(parts.slice(frozen).flatMap(({ nodes }) => nodes))
  return (node) => free.has(node)
}
