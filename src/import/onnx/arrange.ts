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
  for (let c = 0; c < depth; c++)
    for (let position = 0; position < positions; position++) {
      const there = c * positions + position
      const here = (position * depth + c) * outputs
      for (let o = 0; o < outputs; o++)
        moved[here + o] = values[transposed ? o * inputs + there : there * outputs + o]
    }
  return moved
}
