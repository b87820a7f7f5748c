import type { PartialConvAttrs } from '../../nn/ops/lenet'
import { connectedOnly } from '../connected'
import { type Arranged, channelsFirst, filtersFirst } from '../tensors'

/** A kernel [height, width, in, out] as ONNX takes it: [out, in, height, width]. */
export function outermostFilters([height, width, depth, filters]: readonly number[]): Arranged {
  return {
    shape: [filters, depth, height, width],
    pieces: (values) => filtersFirst(values, [height * width, depth, filters]),
  }
}

/** A kernel [height, width, in, out] of a transposed convolution as ONNX and PyTorch take it: [in, out, height, width]. */
export function filtersInside(shape: readonly number[], groups: number): Arranged {
  const [height, width, depth, filters] = shape
  return {
    shape: [depth * groups, filters / groups, height, width],
    pieces: (values) => channelsFirst(values, [height * width, depth, filters], groups),
  }
}

/** A kernel [height, width, connections] with a zero for every pair of maps that is not connected. */
export function withZeros(
  shape: readonly number[],
  table: PartialConvAttrs['table'],
  depth: number,
): Arranged {
  const dense = connectedOnly(shape, table, depth)
  const filters = outermostFilters(dense.shape)
  return { shape: filters.shape, pieces: (values) => filters.pieces(dense.pieces(values)[0]) }
}
