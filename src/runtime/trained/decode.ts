import type { Graph } from '../../nn/graph'
import { size } from '../../nn/totals'
import { designed, type Places, placesOf, type WeightSource } from '../weights'
import { halfOf } from '../../nn/half'
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
      if (endOf(tensor, size(weight)) > content.byteLength)
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

const bytesOf = { int8: 1, float16: 2, float32: 4 } as const satisfies Record<StoredTensor['type'], number>

/** Where the last byte of a tensor lies, or of the sizes of its steps. */
function endOf(tensor: StoredTensor, count: number): number {
  const end = tensor.offset + count * bytesOf[tensor.type]
  return tensor.type === 'int8' ? Math.max(end, tensor.steps + filtersOf(tensor) * bytesOf.float32) : end
}

const filtersOf = ({ shape }: StoredTensor): number => shape[shape.length - 1]

/** Little endian, as the file is written everywhere. */
function decoded(view: DataView, tensor: StoredTensor, { first, step, count }: Places): Float32Array {
  const at = numberAt(view, tensor)
  return Float32Array.from({ length: count }, (_, i) => at(first + i * step))
}

function numberAt(view: DataView, tensor: StoredTensor): (place: number) => number {
  const { type, offset } = tensor
  switch (type) {
    case 'float32':
      return (place) => view.getFloat32(offset + 4 * place, true)
    case 'float16':
      return (place) => halfOf(view.getUint16(offset + 2 * place, true))
    case 'int8': {
      const filters = filtersOf(tensor)
      const steps = Array.from({ length: filters }, (_, i) => view.getFloat32(tensor.steps + 4 * i, true))
      return (place) => view.getInt8(offset + place) * steps[place % filters]
    }
  }
}
