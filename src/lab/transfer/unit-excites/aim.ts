import { build } from '../../../nn/build'
import type { Graph, NodeId } from '../../../nn/graph'
import { intervalAt } from '../../../nn/receptive'

/** A value that a picture is made for, on a network that reads no more than the value sees. */
export interface Target {
  readonly graph: Graph
  readonly at: NodeId
  readonly position: readonly [row: number, column: number]
  /** First row (and column) of the picture that the value sees, and how many. */
  readonly sees: readonly [start: number, size: number]
}

/**
 * The value in the middle of a part. Its network is the same on a smaller input: large enough that what the value sees
 * lies on it as a whole, or as large as may be: a value of a late part sees more than any photograph has.
 * @param most side of the picture at most, in pixels
 */
export function targetOf(whole: Graph, part: string, most: number): Target {
  const { size, stride, start } = whole.group(part).receptiveField[0]
  const wanted = Math.ceil((size + stride) / stride) * stride
  const side = Math.min(wanted, most, whole.architecture.input[0])
  const graph = build({ ...whole.architecture, input: [side, side, 3] })
  const { output, shape, receptiveField } = graph.group(part)
  const isCut = side < wanted
  const index = isCut ? Math.floor(shape[0] / 2) : Math.ceil(-start / stride)
  const from = isCut ? 0 : intervalAt(receptiveField[0], index)[0]
  return { graph, at: output, position: [index, index], sees: [from, isCut ? side : size] }
}
