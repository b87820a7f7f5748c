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
  const links: { from: string; to: string }[] = []
  const shown = new Map<NodeId, string>()
  for (const node of graph.nodes) {
    const to = visibleOf(graph, view, node.id)
    shown.set(node.id, to)
    for (const input of node.inputs) {
      const from = shown.get(input)!
      if (from !== to && !isKnown(links, from, to)) links.push({ from, to })
    }
  }
  return links
}

/** The layers of a box follow each other, so what is known to feed it stands at the end. */
function isKnown(links: readonly { readonly from: string; readonly to: string }[], from: string, to: string) {
  for (let i = links.length - 1; i >= 0 && links[i].to === to; i--) if (links[i].from === from) return true
  return false
}
