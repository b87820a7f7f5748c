import { computable } from '../nn/computable'
import type { Graph, GraphNode, NodeId } from '../nn/graph'
import type { FusedActivation } from '../nn/op'
import { opOf } from '../nn/ops'

/** One kernel call, or a few: from the inputs of `first` to the output of `node`. */
export interface Step {
  /** Whose output this step gives. */
  readonly node: NodeId
  readonly inputs: readonly NodeId[]
  /** The op that runs: a weighted op, or a normalization on its own. */
  readonly first: GraphNode
  /** Normalizations that are folded into the weights of `first`, in order. */
  readonly folded: readonly GraphNode[]
  /** Applied while the output is written. */
  readonly activation?: FusedActivation
}

/**
 * The steps of a forward pass. What nobody watches is folded and fused: conv + BN + ReLU becomes one kernel,
 * BN + ReLU one pass, dropout nothing. A node in `watched` keeps an output of its own. What does not fit, and all behind
 * it, has no step.
 */
export function plan(graph: Graph, watched: 'all' | ReadonlySet<NodeId>): readonly Step[] {
  const known = computable(graph)
  const free = (id: NodeId) => {
    if (watched === 'all' || watched.has(id) || graph.outputs.includes(id)) return false
    const readers = graph.readers(id)
    return readers.length === 1 && known.has(readers[0])
  }
  const steps: Step[] = []
  const done = new Set<NodeId>()
  /** Nodes that pass their input on unchanged, and where it comes from. */
  const alias = new Map<NodeId, NodeId>()
  const source = (id: NodeId): NodeId => alias.get(id) ?? id

  for (const node of graph.nodes) {
    if (done.has(node.id) || node.id === graph.input || !known.has(node.id)) continue
    const op = opOf(node)
    if (op.passes && watched !== 'all' && !watched.has(node.id) && !graph.outputs.includes(node.id)) {
      alias.set(node.id, source(node.inputs[0]))
      continue
    }
    const folded: GraphNode[] = []
    let activation: FusedActivation | undefined
    let last = node
    if (op.absorbs || op.affine)
      while (activation === undefined && free(last.id)) {
        const next = graph.node(graph.readers(last.id)[0])
        const nextOp = opOf(next)
        if (next.inputs.length !== 1) break
        if (nextOp.affine && op.absorbs) folded.push(next)
        else if (nextOp.activation) activation = nextOp.activation
        else break
        done.add(next.id)
        last = next
      }
    steps.push({
      node: last.id,
      inputs: node.inputs.map(source),
      first: node,
      folded,
      ...(activation && { activation }),
    })
  }
  return steps
}
