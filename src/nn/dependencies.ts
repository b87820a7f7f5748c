import type { Graph, GraphNode, Group, GroupId, NodeId } from './graph'
import { fieldOf } from './fields'
import type { Family } from './op'
import { seenOf } from './receptive'
import { partOf } from './quantities'
import { rollOf } from './rolls'
import { isGroup } from './summary'
import { channels, extent, isMap } from './shape'

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
  // A value of a map sees what its place does, by the widest path; of a vector each may have come from elsewhere.
  const field = isMap(part.shape)
    ? part.receptiveField
    : fieldOf(outputOf(graph, part), { channel: channels(part.shape) >> 1 })
  const [height, width] = graph.architecture.input
  const [rows, columns] = [height, width].map((length, axis) => {
    const [from, to] = field ? seenOf(field[axis], sides[axis] >> 1, length) : [0, 0]
    return to - from
  })
  return {
    needs: before,
    feeds: feeds(graph, id),
    readsInput: before.includes(graph.input),
    seen: (rows * columns) / (height * width),
  }
}

function outputOf(graph: Graph, part: GraphNode | Group): GraphNode {
  return isGroup(part) ? graph.node(part.output) : part
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
