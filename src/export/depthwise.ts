import type { GraphNode } from '../nn/graph'
import type { ConvAttrs } from '../nn/ops/conv'
import { channels } from '../nn/shape'
import { pair } from '../nn/window'

/**
 * Whether a node is a convolution with a group for each channel, which TensorFlow has an operation of its own for; that
 * strides alike along both axes.
 */
export function isDepthwise({ op, attrs, inputShapes }: GraphNode): boolean {
  if (op !== 'conv') return false
  const { groups, stride } = attrs as unknown as Required<ConvAttrs>
  const [vertical, horizontal] = pair(stride)
  return groups > 1 && groups === channels(inputShapes[0]) && vertical === horizontal
}
