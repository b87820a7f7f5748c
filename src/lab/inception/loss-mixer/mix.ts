import { dependenciesOf } from '../../../nn/dependencies'
import type { Graph, NodeId } from '../../../nn/graph'

/** The loss of the main output and of each helper, in nats. */
export type Losses = readonly [main: number, ...helpers: number[]]

/** What is minimised: the main loss, and those of the helpers times their weight (Szegedy et al. 2014, section 5). */
export function total([main, ...helpers]: Losses, weight: number): number {
  return main + helpers.reduce((sum, loss) => sum + weight * loss, 0)
}

/** Neighbouring parts of the main line that the same losses teach. */
export interface Reach {
  readonly from: string
  readonly to: string
  /** Places of the losses, 0 for the main one. */
  readonly losses: readonly number[]
}

/** How far down the gradient of each loss comes: every part of the main line with the losses that depend on it. */
export function reaches(graph: Graph): readonly Reach[] {
  const behind = graph.outputs.map((output) => new Set(dependenciesOf(graph, output).needs))
  const reached: Reach[] = []
  for (const { id, nodes } of parts(graph)) {
    const losses = behind.flatMap((needed, i) => (nodes.some((node) => needed.has(node)) ? [i] : []))
    const last = reached.at(-1)
    if (last && last.losses.join() === losses.join()) reached[reached.length - 1] = { ...last, to: id }
    else reached.push({ from: id, to: id, losses })
  }
  return reached
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
