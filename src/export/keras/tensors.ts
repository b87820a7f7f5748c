import type { Graph, GraphNode } from '../../nn/graph'
import { isDepthwise } from '../depthwise'
import { isTransposed, turnedTaps } from '../transposed'
import { name } from '../program/python'
import { type Arranged, type Planned, planned } from '../tensors'

/** Weights in the order in which layers of Keras keep them. */
const order = ['kernel', 'coefficient', 'gamma', 'bias', 'beta', 'mean', 'variance']

/**
 * Arrays of the .weights.h5 file that the `load_weights` of the written program takes: of every layer, by its name,
 * `vars/0`, `vars/1` and so on. What is designed by hand stands in the program.
 */
export function kerasTensors(graph: Graph): readonly Planned[] {
  return graph.nodes.flatMap((node) =>
    order
      .filter((weight) => weight in node.weights)
      .map((weight, i) => planned(`${name(node.id)}/vars/${i}`, node, weight, arrangedFor(node, weight))),
  )
}

/** Kernels that Keras lays out otherwise. */
function arrangedFor(node: GraphNode, weight: string): Arranged | undefined {
  if (weight !== 'kernel') return undefined
  const [height, width, depth, filters] = node.weights.kernel.shape
  const groups = Number(node.attrs.groups)
  // The values of a depthwise kernel lie alike: filters of one channel one after the other.
  if (isDepthwise(node))
    return { shape: [height, width, groups, filters / groups], pieces: (values) => [values] }
  // Filters before channels; with groups the helper of the program turns them.
  if (isTransposed(node) && groups === 1)
    return {
      shape: [height, width, filters, depth],
      pieces: (values) => turnedTaps(values, [height * width, depth, filters]),
    }
  return undefined
}
