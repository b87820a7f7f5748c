import { feeds, needs } from './dependencies'
import { fieldOf } from './fields'
import type { Graph, GraphNode, Group, GroupId, NodeId } from './graph'
import { partOf } from './quantities'
import { seenOf } from './receptive'
import { channels, extent, isMap } from './shape'
import { isGroup } from './summary'

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
