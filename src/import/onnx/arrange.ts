import type { MapShape } from '../../nn/shape'

/** A kernel [out, in, height, width] as it is here: [height, width, in, out]. */
export function outermostTaps(values: Float32Array, shape: readonly number[]): Float32Array {
  const [filters, depth, height, width] = shape
  const taps = height * width
  const moved = new Float32Array(values.length)
  let from = 0
  for (let f = 0; f < filters; f++)
    for (let c = 0; c < depth; c++)
      for (let tap = 0; tap < taps; tap++) moved[(tap * depth + c) * filters + f] = values[from++]
  return moved
}

/** A kernel [in, out of a group, height, width] of a transposed convolution as it is here: [height, width, in of a group, out]. */
export function tapsOfTransposed(
  values: Float32Array,
  [channels, own, height, width]: readonly number[],
  groups: number,
): Float32Array {
  const [depth, filters, taps] = [channels / groups, own * groups, height * width]
  const moved = new Float32Array(values.length)
  let from = 0
  for (let c = 0; c < channels; c++) {
    const first = Math.floor(c / depth) * own
    for (let f = 0; f < own; f++)
      for (let tap = 0; tap < taps; tap++)
        moved[(tap * depth + (c % depth)) * filters + first + f] = values[from++]
  }
  return moved
}

/**
 * A matrix as it is here, [in, out].
 * @param transposed it is [out, in] in the file
 * @param order the map, [height, width, channels], whose values the inputs are, channels first in the file and last here
 */
export function inputsFirst(
  values: Float32Array,
  [inputs, outputs]: readonly [number, number],
  transposed: boolean,
  order?: MapShape,
): Float32Array {
  const moved = new Float32Array(values.length)
  const [height, width, depth] = order ?? [1, 1, inputs]
  const positions = height * width
  // In tiles, so that both matrices are read and written along their rows.
  for (let first = 0; first < inputs; first += tile)
    for (let left = 0; left < outputs; left += tile) {
      const [last, right] = [Math.min(inputs, first + tile), Math.min(outputs, left + tile)]
      for (let there = first; there < last; there++) {
        const here = ((there % positions) * depth + Math.floor(there / positions)) * outputs
        for (let o = left; o < right; o++)
          moved[here + o] = values[transposed ? o * inputs + there : there * outputs + o]
      }
    }
  return moved
}

/** Rows and columns of a matrix that are moved at a time. */
const tile = 64
