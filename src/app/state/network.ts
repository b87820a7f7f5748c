import type { Graph, GroupId } from '../../nn/graph'
import { firstOfRoll, isRolled, rollOf } from '../../nn/rolls'

export { graphOf, networkOf } from '../../architectures/built'

/** What stands for a node or group in the picture: itself, or the outermost closed group or roll that holds it. */
export function visibleAs(graph: Graph, expanded: ReadonlySet<GroupId>, id: string): string {
  // What was pointed at may have left the graph with the last choice.
  if (graph.has(id) === undefined) return id
  for (const group of [...ancestorsOf(graph, id), id]) {
    const roll = rollOf(graph, group)
    if (roll && isRolled(roll, expanded)) return roll.id
    if (group !== id && !isOpen(graph, expanded, group)) return group
  }
  return id
}

/** A path stands open in its block, so that to select one of its layers changes nothing in the picture. */
function isOpen(graph: Graph, expanded: ReadonlySet<GroupId>, id: GroupId): boolean {
  return expanded.has(id) || graph.group(id).level === 'path'
}

/** What is open when a node or group is on screen; the same set where it is already. */
export function openedTo(graph: Graph, expanded: ReadonlySet<GroupId>, id: string): ReadonlySet<GroupId> {
  const held = ancestorsOf(graph, id)
  const roll = rollOf(graph, id)
  const closed = [
    ...held.filter((group) => !isOpen(graph, expanded, group)),
    ...(roll && isRolled(roll, expanded) ? [roll.id] : []),
  ]
  return closed.length === 0 ? expanded : new Set([...expanded, ...closed])
}

/** Whether an id names something that can stand open: a group, or blocks that are rolled up as one, edited or not. */
export function canOpen(graph: Graph, id: string): boolean {
  return graph.has(firstOfRoll(id)) === 'group'
}

/** The groups that hold a node or a group, outermost first; the network itself is always open. */
export function ancestorsOf(graph: Graph, id: string): readonly GroupId[] {
  const held: GroupId[] = []
  let at = graph.has(id) === 'node' ? graph.node(id).group : graph.group(id).parent
  while (at !== null && at !== '') {
    held.unshift(at)
    at = graph.group(at).parent
  }
  return held
}
