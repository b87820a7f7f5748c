import type { Graph } from '../../nn/graph'
import { size } from '../../nn/totals'
import { designed, type Places, placesOf, type WeightSource } from '../weights'
import { halfOf } from './half'
import { type Manifest, type StoredTensor, TrainedError } from './manifest'

/**
 * The weights of a file, decoded anew at every call, so that a caller may write into what it gets. What was designed
 * by hand is not in the file and comes from the graph. Throws a `TrainedError` where the file lacks a tensor of the
 * graph, or has it in another shape or beyond its end.
 */
export function storedWeights(
  graph: Graph,
  { title, tensors }: Manifest,
  content: ArrayBuffer,
): WeightSource {
  const places = new Map(tensors.map((tensor) => [`${tensor.node} ${tensor.name}`, tensor]))
  const view = new DataView(content)
  for (const node of graph.nodes)
    for (const [name, weight] of Object.entries(node.weights)) {
      if (weight.values) continue
      const tensor = places.get(`${node.id} ${name}`)
      if (!tensor) throw new TrainedError(`The trained weights of ${title} lack the ${name} of ${node.id}.`)
      if (tensor.shape.join() !== weight.shape.join())
        throw new TrainedError(
          `The ${name} of ${node.id} is ${weight.shape.join('×')}, in the trained weights ${tensor.shape.join('×')}.`,
        )
      if (tensor.offset + size(weight) * bytesOf(tensor) > content.byteLength)
        throw new TrainedError(`The trained weights of ${title} end before the ${name} of ${node.id}.`)
    }
  return (id, name, column) => {
    const weight = graph.node(id).weights[name]
    if (!weight) throw new Error(`${id} has no weight "${name}"`)
    const wanted = placesOf(weight, column)
    if (weight.values) return designed(weight.values, wanted)
    return decoded(view, places.get(`${id} ${name}`)!, wanted)
  }
}

function bytesOf({ type }: StoredTensor): number {
  return type === 'float16' ? 2 : 4
}

/** Little endian, as the file is written everywhere. */
function decoded(
  view: DataView,
  { type, offset }: StoredTensor,
  { first, step, count }: Places,
): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => {
    const place = first + i * step
    return type === 'float16'
      ? halfOf(view.getUint16(offset + 2 * place, true))
      : view.getFloat32(offset + 4 * place, true)
  })
}
