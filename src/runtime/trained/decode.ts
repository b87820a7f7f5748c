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
          `The ${name} of ${node.id} is ${weight.shape.join('×')}, but in the trained weights it is ${tensor.shape.join('×')}.`,
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

/**
 * Little endian, as the file is written everywhere. By plain loops: eleven million values (ResNet-18) are some hundredths of
 * a second, and were seconds where a function was called for each.
 */
function decoded(view: DataView, tensor: StoredTensor, { first, step, count }: Places): Float32Array {
  const values = new Float32Array(count)
  const { offset } = tensor
  switch (tensor.type) {
    case 'float32':
      for (let i = 0, at = offset + 4 * first; i < count; i++, at += 4 * step)
        values[i] = view.getFloat32(at, true)
      return values
    case 'float16': {
      const halves = allHalves()
      for (let i = 0, at = offset + 2 * first; i < count; i++, at += 2 * step)
        values[i] = halves[view.getUint16(at, true)]
      return values
    }
    case 'int8': {
      const filters = filtersOf(tensor)
      const sizes = Float32Array.from({ length: filters }, (_, i) =>
        view.getFloat32(tensor.steps + 4 * i, true),
      )
      const stride = step % filters
      let filter = first % filters
      for (let i = 0, at = offset + first; i < count; i++, at += step) {
        values[i] = view.getInt8(at) * sizes[filter]
        filter += stride
        if (filter >= filters) filter -= filters
      }
      return values
    }
  }
}

let halves: Float32Array | undefined

/** Every number of 16 bits there is, by its bits. */
function allHalves(): Float32Array {
  return (halves ??= Float32Array.from({ length: 2 ** 16 }, (_, bits) => halfOf(bits)))
}
