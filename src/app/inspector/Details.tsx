import type { Graph } from '../../nn/graph'
import { GroupDetails } from './GroupDetails'
import { NodeDetails } from './NodeDetails'

interface DetailsProps {
  readonly graph: Graph
  /** A node or a group of the graph. */
  readonly id: string
}

/** What there is to say about a part of the network. */
export function Details({ graph, id }: DetailsProps) {
  return graph.has(id) === 'group' ? (
    <GroupDetails graph={graph} group={graph.group(id)} />
  ) : (
    <NodeDetails graph={graph} node={graph.node(id)} />
  )
}
