import type { Graph, NodeId } from '../../nn/graph'
import { asMap, isMap, type MapShape, volume } from '../../nn/shape'

/**
 * For every value of a vector in PyTorch's order its place in ours; undefined where both are the same. PyTorch unrolls a
 * map channel by channel, the page pixel by pixel, and what follows keeps that order until a fully connected layer.
 */
export function orderOf(graph: Graph, id: NodeId): Int32Array | undefined {
  const { op, inputs, inputShapes, shape } = graph.node(id)
  if (isMap(shape)) return unrolled(shape)
  if (op === 'dense' || op === 'rbf') return undefined
  if (op !== 'concat') return orderOf(graph, inputs[0])
  const orders = inputs.map((input) => orderOf(graph, input))
  if (orders.every((order) => order === undefined)) return undefined
  const joined = new Int32Array(volume(shape))
  let offset = 0
  orders.forEach((order, i) => {
    const length = volume(inputShapes[i])
    for (let k = 0; k < length; k++) joined[offset + k] = offset + (order ? order[k] : k)
    offset += length
  })
  return joined
}

function unrolled(shape: MapShape): Int32Array | undefined {
  const [height, width, depth] = asMap(shape)
  const area = height * width
  if (area === 1 || depth === 1) return undefined
  return Int32Array.from({ length: area * depth }, (_, k) => (k % area) * depth + Math.floor(k / area))
}
