import type { Graph, GroupId, NodeId } from './graph'
import { seenOf } from './receptive'
import { partOf } from './quantities'
import { rollsOf } from './rolls'
import { isGroup } from './summary'
import { extent } from './shape'

/** Which way a trace goes: back to the image, on to the outputs, or both. */
export const directions = ['needs', 'both', 'feeds'] as const

export type TraceDirection = (typeof directions)[number]

/** Every node whose output a node, or anything inside a group, is computed from; in the order of the graph. */
export function needs(graph: Graph, id: NodeId | GroupId): readonly NodeId[] {
  return reached(graph, id, (node) => graph.node(node).inputs)
}

/** Every node that is computed from a node's output, or from that of anything inside a group; in order. */
export function feeds(graph: Graph, id: NodeId | GroupId): readonly NodeId[] {
  return reached(graph, id, (node) => graph.readers(node))
}

/** What the steps from a part lead to, without the part itself. */
function reached(
  graph: Graph,
  id: NodeId | GroupId,
  step: (node: NodeId) => readonly NodeId[],
): readonly NodeId[] {
  const own = inside(graph, id)
  const found = new Set(own)
  // A set hands out what is added to it while it is walked.
  for (const node of found) for (const next of step(node)) found.add(next)
  for (const node of own) found.delete(node)
  return graph.nodes.filter((node) => found.has(node.id)).map((node) => node.id)
}

function inside(graph: Graph, id: NodeId | GroupId): readonly NodeId[] {
  const part = partOf(graph, id)
  return isGroup(part) ? part.nodes : [part.id]
}

/** These nodes and every group or roll that holds one of them, so that what is closed stands for what is in it. */
export function withGroups(graph: Graph, nodes: Iterable<NodeId>): ReadonlySet<NodeId | GroupId> {
  const all = new Set<string>(nodes)
  for (const id of nodes)
    for (let at: GroupId | null = graph.node(id).group; at && !all.has(at); at = graph.group(at).parent)
      all.add(at)
  for (const roll of rollsOf(graph)) if (roll.members.some((member) => all.has(member))) all.add(roll.id)
  return all
}

/** A part of a network with what it depends on and what depends on it. */
export interface Dependencies {
  readonly needs: readonly NodeId[]
  readonly feeds: readonly NodeId[]
  /** Whether a way leads to it from the input. */
  readonly readsInput: boolean
  /** Share of the input's pixels that the middle value of its output can see, 0 to 1; padding is not counted. */
  readonly seen: number
}

export function dependenciesOf(graph: Graph, id: NodeId | GroupId): Dependencies {
  const before = needs(graph, id)
  const part = partOf(graph, id)
  const sides = extent(part.shape)
  const [height, width] = graph.architecture.input
  const [rows, columns] = [height, width].map((length, axis) => {
    const [from, to] = seenOf(part.receptiveField[axis], sides[axis] >> 1, length)
    return to - from
  })
  return {
    needs: before,
    feeds: feeds(graph, id),
    readsInput: before.includes(graph.input),
    seen: (rows * columns) / (height * width),
  }
}

/** What a trace leaves in the light: the part itself, what is reached, and the groups that hold it. */
export function traced(
  graph: Graph,
  id: NodeId | GroupId,
  direction: TraceDirection,
): ReadonlySet<NodeId | GroupId> {
  return withGroups(graph, [
    ...inside(graph, id),
    ...(direction === 'feeds' ? [] : needs(graph, id)),
    ...(direction === 'needs' ? [] : feeds(graph, id)),
  ])
}
