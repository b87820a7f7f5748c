import type { MapShape } from '../../nn/shape'
import { lastOf, transpose } from '../transpose'

/** A kernel [in, out of a group, height, width] of a transposed convolution as it is here: [height, width, in of a group, out]. */
export function tapsOfTransposed(
  values: Float32Array,
  [channels, own, height, width]: readonly number[],
  groups: number,
): Float32Array<ArrayBuffer> {
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
export async function inputsFirst(
  values: Float32Array<ArrayBuffer>,
  [inputs, outputs]: readonly [number, number],
  transposed: boolean,
  order?: MapShape,
): Promise<Float32Array> {
  const [height, width, depth] = order ?? [1, 1, inputs]
  const placeOf = lastOf(height * width, depth)
  if (transposed) return transpose(values, outputs, inputs, placeOf)
  if (!order) return values
  const moved = new Float32Array(values.length)
  for (let row = 0; row < inputs; row++)
    moved.set(values.subarray(row * outputs, (row + 1) * outputs), placeOf(row) * outputs)
  return moved
}
