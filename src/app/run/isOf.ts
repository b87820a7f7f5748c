import type { GraphNode } from '../../nn/graph'
import type { Finished } from './session'

/** Whether a run is of the network that a layer belongs to: other networks have layers of the same name. */
export function isOf({ graph }: Pick<Finished, 'graph'>, node: GraphNode): boolean {
  return graph.has(node.id) === 'node' && graph.node(node.id) === node
}
