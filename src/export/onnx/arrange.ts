import type { PartialConvAttrs } from '../../nn/ops/lenet'
import { connectedOnly } from '../connected'
import { type Arranged, filtersFirst } from '../tensors'

/** A kernel [height, width, in, out] as ONNX takes it: [out, in, height, width]. */
export function outermostFilters([height, width, depth, filters]: readonly number[]): Arranged {
  return {
    shape: [filters, depth, height, width],
    pieces: (values) => filtersFirst(values, [height * width, depth, filters]),
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
