import type { Graph, NodeId } from '../nn/graph'
import { isRolled, rollOf } from '../nn/rolls'
import type { LayoutView } from './scene'

/** What stands for a node in the picture: itself, or the outermost closed group or roll around it. */
export function visibleOf(graph: Graph, { expanded, rolls = true }: LayoutView, id: NodeId): string {
  let seen: string = id
  for (
    let group = graph.group(graph.node(id).group);
    group.parent !== null;
    group = graph.group(group.parent)
  ) {
    const roll = rolls ? rollOf(graph, group.id) : undefined
    if (roll && isRolled(roll, expanded)) seen = roll.id
    else if (group.level !== 'path' && !expanded.has(group.id)) seen = group.id
  }
  return seen
}

/** Which visible box feeds which. */
export function linksOf(
  graph: Graph,
  view: LayoutView,
): readonly { readonly from: string; readonly to: string }[] {
  const seen = new Set<string>()
  const links: { from: string; to: string }[] = []
  const shown = new Map(graph.nodes.map((node) => [node.id, visibleOf(graph, view, node.id)]))
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
