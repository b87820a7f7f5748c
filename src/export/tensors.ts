import type { GraphNode, NodeId } from '../nn/graph'
import { size } from '../nn/totals'

/** Gives the values of one weight of a node, in the order of its shape in the graph. */
export type ReadWeight = (node: NodeId, name: string) => Float32Array | Promise<Float32Array>

export type Values = Float32Array | Int32Array | BigInt64Array

/** Values one after the other; a large tensor comes in pieces, so that who writes them can pause between two. */
export type Pieces = Iterable<Values>

/** A tensor of a file before its values are there: formats that begin with a list of all need their sizes first. */
export interface Planned {
  readonly name: string
  readonly shape: readonly number[]
  readonly dtype: 'float32' | 'int32' | 'int64'
  pieces(read: ReadWeight): Pieces | Promise<Pieces>
}

/** Another shape of a weight and what brings its values into that order. */
export interface Arranged {
  readonly shape: readonly number[]
  pieces(values: Float32Array): Pieces
}

/** Bytes of a file in their order. */
export type Parts = AsyncIterable<Uint8Array>

/** Bytes of the values of a planned tensor. */
export function bytesOf({ shape, dtype }: Pick<Planned, 'shape' | 'dtype'>): number {
  return (dtype === 'int64' ? 8 : 4) * shape.reduce((product, side) => product * side, 1)
}

/** A weight of a node as a tensor of a file; as it is, or in the order and shape that `arranged` gives. */
export function planned(name: string, node: GraphNode, weight: string, arranged?: Arranged): Planned {
  const wanted = size(node.weights[weight])
  return {
    name,
    shape: arranged?.shape ?? node.weights[weight].shape,
    dtype: 'float32',
    pieces(read) {
      const inOrder = (values: Float32Array) => {
        if (values.length !== wanted)
          throw new Error(`The ${weight} of ${node.id} has ${values.length} values, not ${wanted}.`)
        return arranged?.pieces(values) ?? [values]
      }
      const values = read(node.id, weight)
      return values instanceof Promise ? values.then(inOrder) : inOrder(values)
    },
  }
}

/** Numbers that are known beforehand. */
export function constant(name: string, values: Values, shape: readonly number[] = [values.length]): Planned {
  return { name, shape, dtype: typeOf(values), pieces: () => [values] }
}

function typeOf(values: Values): Planned['dtype'] {
  if (values instanceof Float32Array) return 'float32'
  return values instanceof Int32Array ? 'int32' : 'int64'
}

/** The bytes of a tensor whose weights are at hand, little-endian. */
export function rawOf(tensor: Planned, read: (node: NodeId, name: string) => Float32Array): Uint8Array {
  const raw = new Uint8Array(bytesOf(tensor))
  let at = 0
  for (const piece of tensor.pieces(read) as Pieces) {
    raw.set(asBytes(piece), at)
    at += piece.byteLength
  }
  return raw
}

/** The values of tensors one after the other, little-endian. */
export async function* valuesOf(tensors: readonly Planned[], read: ReadWeight): Parts {
  for (const tensor of tensors) for (const piece of await tensor.pieces(read)) yield asBytes(piece)
}

function asBytes(piece: Values): Uint8Array {
  return new Uint8Array(piece.buffer as ArrayBuffer, piece.byteOffset, piece.byteLength)
}

/** Values that are turned at once, at most: some milliseconds of work. */
const together = 2 ** 20

/**
 * A kernel [taps, channels, filters] as [filters, channels, taps], some filters at a time; `taps` are positions of the
 * window row by row.
 */
export function* filtersFirst(
  values: Float32Array,
  [taps, depth, filters]: readonly [taps: number, depth: number, filters: number],
): Generator<Float32Array> {
  const each = taps * depth
  const many = Math.max(1, Math.floor(together / each))
  for (let first = 0; first < filters; first += many) {
    const last = Math.min(filters, first + many)
    const turned = new Float32Array((last - first) * each)
    for (let tap = 0; tap < taps; tap++)
      for (let c = 0; c < depth; c++) {
        const from = (tap * depth + c) * filters
        for (let f = first; f < last; f++) turned[((f - first) * depth + c) * taps + tap] = values[from + f]
      }
    yield turned
  }
}

/**
 * A kernel [taps, channels of a group, filters] as [channels, filters of a group, taps], some channels at a time: the
 * order of a transposed convolution, whose input channels come first.
 */
export function* channelsFirst(
  values: Float32Array,
  [taps, depth, filters]: readonly [taps: number, depth: number, filters: number],
  groups: number,
): Generator<Float32Array> {
  const own = filters / groups
  const each = own * taps
  const many = Math.max(1, Math.floor(together / each))
  for (let first = 0; first < depth * groups; first += many) {
    const last = Math.min(depth * groups, first + many)
    const turned = new Float32Array((last - first) * each)
    for (let c = first; c < last; c++) {
      const group = Math.floor(c / depth)
      for (let tap = 0; tap < taps; tap++) {
        const from = (tap * depth + (c % depth)) * filters + group * own
        for (let f = 0; f < own; f++) turned[((c - first) * own + f) * taps + tap] = values[from + f]
      }
    }
    yield turned
  }
}
