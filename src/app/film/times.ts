import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import { withGroups } from '../../nn/dependencies'

/** A forward pass as steps that follow each other; what one step computes is computed side by side. */
export interface Film {
  /** The nodes of each step, in the order of the graph; the first is the input. */
  readonly steps: readonly (readonly GraphNode[])[]
  /** Everything that is there after a step: its nodes, those before it, and the groups around them. */
  reached(step: number): ReadonlySet<string>
}

/** When a node can be computed: one step after the last of its inputs. Paths of a block run side by side. */
export function filmOf(graph: Graph): Film {
  const times = new Map<NodeId, number>()
  const steps: GraphNode[][] = []
  for (const node of graph.nodes) {
    const time = node.inputs.reduce((latest, input) => Math.max(latest, times.get(input)! + 1), 0)
    times.set(node.id, time)
    ;(steps[time] ??= []).push(node)
  }
  return {
    steps,
    reached: (step) =>
      withGroups(
        graph,
        steps.slice(0, step + 1).flatMap((nodes) => nodes.map(({ id }) => id)),
      ),
  }
}
