import type { Graph, GraphNode, GroupId, NodeId } from './graph'
import type { Family } from './op'
import { partOf } from './quantities'
import { rollOf } from './rolls'
import { isGroup } from './summary'

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

/**
 * These nodes and groups with all that holds one of them, so that a closed group, or blocks rolled up as one, stand
 * for what is in them.
 */
export function withGroups(graph: Graph, ids: Iterable<NodeId | GroupId>): ReadonlySet<string> {
  const all = new Set<string>(ids)
  // A set hands out what is added to it while it is walked.
  for (const id of all) {
    const roll = rollOf(graph, id)
    if (roll) all.add(roll.id)
    const holder = holderOf(graph, id)
    if (holder) all.add(holder)
  }
  return all
}

/** The group around a node or a group; nothing around a roll, whose members have led to it, or the network. */
function holderOf(graph: Graph, id: string): GroupId | null {
  const kind = graph.has(id)
  if (kind === undefined) return null
  return kind === 'node' ? graph.node(id).group : graph.group(id).parent
}

/** What a trace leaves in the light: the part itself, what is reached, and the groups that hold it. */
export function traced(graph: Graph, id: NodeId | GroupId, direction: TraceDirection): ReadonlySet<string> {
  return withGroups(graph, [
    ...inside(graph, id),
    ...(direction === 'feeds' ? [] : needs(graph, id)),
    ...(direction === 'needs' ? [] : feeds(graph, id)),
  ])
}

/** The path that ends in a node; the node itself where it ends none. */
export function pathInto(graph: Graph, end: NodeId): NodeId | GroupId {
  let id: GroupId | null = graph.node(end).group
  while (id !== null && graph.group(id).level !== 'path') id = graph.group(id).parent
  return id !== null && graph.group(id).output === end ? id : end
}

/** The channels that one path gave to a tensor: they lie in it as a strip. Without a number it says that only some are meant. */
export function stripOf(node: NodeId, path: number | null): string {
  return `${node} strip ${path ?? ''}`
}

/** Whether every channel that leaves a node is the one that entered, each worked on alone. */
export function keepsChannels({ family, inputs, shape, inputShapes }: GraphNode): boolean {
  return channelwise.includes(family) && inputs.length === 1 && shape.at(-1) === inputShapes[0].at(-1)
}

const channelwise: readonly Family[] = ['pooling', 'normalization', 'activation', 'regularization']

/**
 * A path of a block: its layers, because a path has no box of its own, with the groups around them, the tensor that it
 * reads, the join where it ends, and its channels as far as they go on side by side with the others'.
 */
export function pathAt(graph: Graph, id: NodeId | GroupId | null): ReadonlySet<string> | undefined {
  if (id === null || graph.has(id) !== 'group') return undefined
  const group = graph.group(id)
  if (group.level !== 'path') return undefined
  const own = inside(graph, id)
  const end = graph.node(group.output).path
  if (!end) return withGroups(graph, own)
  const after = [end.join]
  // On a path of the next block they are a part of that path.
  const around = graph.node(end.join).path?.join
  const goesOn = (reader: GraphNode) => keepsChannels(reader) && reader.path?.join === around
  // A list hands out what is added to it while it is walked.
  for (const node of after)
    after.push(
      ...graph
        .readers(node)
        .map(graph.node)
        .filter(goesOn)
        .map((reader) => reader.id),
    )
  return new Set([
    ...withGroups(graph, [...own, group.input, ...after]),
    ...after.flatMap((node) => [stripOf(node, null), stripOf(node, end.index)]),
  ])
}
