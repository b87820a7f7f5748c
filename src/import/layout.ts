import type { GraphNode, Graph } from '../nn/graph'
import { isMap, type MapShape } from '../nn/shape'
import type { Layout } from './networks/found'
import { lastOf, transpose } from './transpose'

/** Whether a tensor of a file fits a weight once its sides are put in our order. */
export function fits(shape: readonly number[], wanted: readonly number[], layout: Layout): boolean {
  const turned = layout === 'tensorflow' ? besides(shape, wanted) : inOurOrder(shape, wanted.length)
  return turned?.length === wanted.length && turned.every((side, axis) => side === wanted[axis])
}

/** Keras lists filters of one channel each by the channel they read; their values lie alike. */
function besides(shape: readonly number[], wanted: readonly number[]): readonly number[] {
  const isDepthwise = wanted.length === 4 && shape.length === 4 && wanted[2] === 1
  return isDepthwise ? [shape[0], shape[1], 1, shape[2] * shape[3]] : shape
}

/** The sides of a PyTorch tensor as they stand here; undefined where it is none of a kernel or vector. */
function inOurOrder(shape: readonly number[], sides: number): readonly number[] | undefined {
  const [out, ...rest] = shape
  // A number for each channel may lie as a map of one pixel.
  if (sides === 1) return rest.every((side) => side === 1) ? [out] : shape
  // One channel for each filter, which the weight does not count.
  if (sides === 3) return [...rest, out]
  // A fully connected layer that is written as a convolution over the whole map is one here.
  if (sides === 2) return [rest.reduce((product, side) => product * side, 1), out]
  // A fully connected layer over the channels of every position is a convolution of 1×1.
  if (shape.length === 2) return [1, 1, shape[1], shape[0]]
  return shape.length === 4 ? [shape[2], shape[3], shape[1], shape[0]] : undefined
}

/** The sides that the file's tensor would need, in the file's own order. */
export function wantedIn(wanted: readonly number[], layout: Layout): readonly number[] {
  if (layout === 'tensorflow' || wanted.length === 1) return wanted
  if (wanted.length === 2) return [wanted[1], wanted[0]]
  if (wanted.length === 3) return [wanted[2], wanted[0], wanted[1]]
  return [wanted[3], wanted[2], wanted[0], wanted[1]]
}

/** The map that a fully connected layer unrolls, where it does: [height, width, channels]. */
export function unrolledBy(graph: Graph, node: GraphNode): MapShape | undefined {
  let at: GraphNode = node
  for (;;) {
    const [shape] = at.inputShapes
    if (isMap(shape)) return shape
    at = graph.node(at.inputs[0])
    if (Object.keys(at.weights).length > 0 || at.inputs.length === 0) return undefined
  }
}

/** Values of a PyTorch kernel, filters first, as [height, width, channels, filters]. */
export function channelsLast(
  values: Float32Array,
  [height, width, depth, filters]: readonly number[],
): Promise<Float32Array<ArrayBuffer>> {
  const area = height * width
  return transpose(values, filters, depth * area, lastOf(area, depth))
}

/**
 * Values of a PyTorch fully connected layer [outputs, inputs] as [inputs, outputs]; its inputs go through a map channel
 * by channel, ours pixel by pixel.
 */
export function inputsFirst(
  values: Float32Array,
  [inputs, outputs]: readonly number[],
  [height, width, channels]: MapShape = [1, 1, inputs],
): Promise<Float32Array<ArrayBuffer>> {
  return channelsLast(values, [height, width, channels, outputs])
}
