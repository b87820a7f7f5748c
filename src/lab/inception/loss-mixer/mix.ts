import { dependenciesOf } from '../../../nn/reach'
import type { Graph, NodeId } from '../../../nn/graph'

/** The loss of the main output and of each helper, in nats. */
export type Losses = readonly [main: number, ...helpers: number[]]

/** What is minimised: the main loss, and those of the helpers times their weight (Szegedy et al. 2014, section 5). */
export function total([main, ...helpers]: Losses, weight: number): number {
  return main + helpers.reduce((sum, loss) => sum + weight * loss, 0)
}

/** A part of the main line and the losses that teach it. */
export interface Taught {
  readonly id: string
  /** Places of the losses, 0 for the main one. */
  readonly losses: readonly number[]
}

/** How far down the gradient of each loss comes: every part of the main line with the losses that depend on it. */
export function taughtBy(graph: Graph): readonly Taught[] {
  const behind = graph.outputs.map((output) => new Set(dependenciesOf(graph, output).needs))
  return parts(graph).map(({ id, nodes }) => ({
    id,
    losses: behind.flatMap((needed, i) => (nodes.some((node) => needed.has(node)) ? [i] : [])),
  }))
}

/** Top-level groups with weights on the way to the main output. */
function parts(graph: Graph): readonly { readonly id: string; readonly nodes: readonly NodeId[] }[] {
  const main = new Set([graph.outputs[0], ...dependenciesOf(graph, graph.outputs[0]).needs])
  const found = new Map<string, NodeId[]>()
  for (const { id, weights } of graph.nodes) {
    if (!main.has(id) || Object.keys(weights).length === 0) continue
    const top = id.split('/')[0]
    found.set(top, [...(found.get(top) ?? []), id])
  }
  return [...found].map(([id, nodes]) => ({ id, nodes }))
}
