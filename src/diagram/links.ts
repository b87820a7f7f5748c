import type { Graph, GroupId, NodeId } from '../nn/graph'

/** The outermost closed group around a node, or the node itself. */
export function visibleOf(graph: Graph, expanded: ReadonlySet<GroupId>, id: NodeId): string {
  let seen: string = id
  for (
    let group = graph.group(graph.node(id).group);
    group.parent !== null;
    group = graph.group(group.parent)
  )
    if (group.level !== 'path' && !expanded.has(group.id)) seen = group.id
  return seen
}

/** Which visible box feeds which. */
export function linksOf(
  graph: Graph,
  expanded: ReadonlySet<GroupId>,
): readonly { readonly from: string; readonly to: string }[] {
  const seen = new Set<string>()
  const links: { from: string; to: string }[] = []
  const shown = new Map(graph.nodes.map((node) => [node.id, visibleOf(graph, expanded, node.id)]))
  for (const node of graph.nodes)
    for (const input of node.inputs) {
      const from = shown.get(input)!
      const to = shown.get(node.id)!
      const key = `${from} ${to}`
      if (from === to || seen.has(key)) continue
      seen.add(key)
      links.push({ from, to })
    }
  return links
}
