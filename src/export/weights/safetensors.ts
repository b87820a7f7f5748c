import type { Graph } from '../../nn/graph'
import { bytesOf, type Parts, type Planned, planned, type ReadWeight, valuesOf } from '../tensors'

/** What the format calls the types. */
const types = { float32: 'F32', int32: 'I32', int64: 'I64' } as const

/**
 * A .safetensors file (github.com/huggingface/safetensors): 8 bytes of length, JSON that names type, shape and place of
 * every tensor, then their values without gaps.
 * @param about texts by name, which the header also holds
 */
export async function* writeSafetensors(
  tensors: readonly Planned[],
  read: ReadWeight,
  about: Readonly<Record<string, string>> = {},
): Parts {
  let end = 0
  const entries = tensors.map((tensor) => {
    const begin = end
    end += bytesOf(tensor)
    const { name, dtype, shape } = tensor
    return [name, { dtype: types[dtype], shape, data_offsets: [begin, end] }] as const
  })
  const text = JSON.stringify(Object.fromEntries([['__metadata__', about], ...entries]))
  // Spaces, so that the values begin at a multiple of 8.
  const header = new TextEncoder().encode(text.padEnd(8 * Math.ceil(text.length / 8)))
  const length = new Uint8Array(8)
  new DataView(length.buffer).setBigUint64(0, BigInt(header.length), true)
  yield length
  yield header
  yield* valuesOf(tensors, read)
}

/** The weights of a network in its own order, called `node.weight` as in the JSON of the Graph. */
export function ownTensors(graph: Graph): readonly Planned[] {
  return graph.nodes.flatMap((node) =>
    Object.keys(node.weights).map((weight) => planned(`${node.id}.${weight}`, node, weight)),
  )
}
