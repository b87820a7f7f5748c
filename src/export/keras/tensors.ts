import type { Graph } from '../../nn/graph'
import { isDepthwise } from '../depthwise'
import { name } from '../program/python'
import { type Planned, planned } from '../tensors'

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
      .map((weight, i) => {
        const [height, width, , filters] = node.weights[weight].shape
        const groups = Number(node.attrs.groups)
        // The values of a depthwise kernel lie alike: filters of one channel one after the other.
        const shape = [height, width, groups, filters / groups]
        const isTurned = weight === 'kernel' && isDepthwise(node)
        const arranged = isTurned ? { shape, pieces: (values: Float32Array) => [values] } : undefined
        return planned(`${name(node.id)}/vars/${i}`, node, weight, arranged)
      }),
  )
}
