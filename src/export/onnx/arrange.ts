import type { PartialConvAttrs } from '../../nn/ops/lenet'
import { denseIndex } from '../../nn/ops/lenet'
import type { Arranged } from './emitter'

/** A kernel [height, width, in, out] as ONNX takes it: [out, in, height, width]. */
export function outermostFilters(values: Float32Array, shape: readonly number[]): Arranged {
  const [height, width, depth, filters] = shape
  const taps = height * width
  const moved = new Float32Array(values.length)
  let from = 0
  for (let tap = 0; tap < taps; tap++)
    for (let c = 0; c < depth; c++)
      for (let f = 0; f < filters; f++) moved[(f * depth + c) * taps + tap] = values[from++]
  return { values: moved, shape: [filters, depth, height, width] }
}

/** A kernel [height, width, connections] with a zero for every pair of maps that is not connected. */
export function withZeros(
  values: Float32Array,
  [height, width, pairs]: readonly number[],
  table: PartialConvAttrs['table'],
  depth: number,
): Arranged {
  const index = denseIndex(table, depth, pairs)
  const dense = new Float32Array(height * width * index.length)
  for (let tap = 0; tap < height * width; tap++)
    index.forEach((connection, i) => {
      if (connection < pairs) dense[tap * index.length + i] = values[tap * pairs + connection]
    })
  return outermostFilters(dense, [height, width, depth, table.length])
}
