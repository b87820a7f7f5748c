import type { MapShape } from '../../../nn/shape'
import type { Window } from '../../../nn/window'

interface Pixels {
  readonly width: number
  readonly height: number
  /** Red, green, blue and α of every pixel, row by row. */
  readonly data: Uint8ClampedArray
}

/** A filter made by hand, row by row: what lies to its left counts for, what lies to its right against. It sums to 0. */
export function edgeFilter(height: number, width: number): readonly number[] {
  const bell = (from: number, size: number) => Math.exp(-(from ** 2) / (2 * (size / 4) ** 2))
  return Array.from({ length: height * width }, (_, i) => {
    const down = Math.floor(i / width) - (height - 1) / 2
    const right = (i % width) - (width - 1) / 2
    return -right * bell(down, height) * bell(right, width)
  })
}

/**
 * The map that this filter gives, on the mean of the three colours, from 0 to 1: one value for each output position.
 * Padding is black, as it is to a network.
 */
export function edgeMap(
  { width, height, data }: Pixels,
  [rows, columns]: MapShape,
  [down, across]: Window,
): Float32Array {
  const filter = edgeFilter(down.kernel, across.kernel)
  const grey = Float32Array.from(
    { length: width * height },
    (_, i) => (data[4 * i] + data[4 * i + 1] + data[4 * i + 2]) / (3 * 255),
  )
  return Float32Array.from({ length: rows * columns }, (_, i) => {
    const top = Math.floor(i / columns) * down.stride - down.before
    const left = (i % columns) * across.stride - across.before
    return filter.reduce((sum, weight, k) => {
      const row = top + Math.floor(k / across.kernel) * down.dilation
      const column = left + (k % across.kernel) * across.dilation
      const isInside = row >= 0 && row < height && column >= 0 && column < width
      return isInside ? sum + weight * grey[row * width + column] : sum
    }, 0)
  })
}

/** A map as grey pixels: 0 is the middle grey, the largest value white or black. */
export function asPixels(values: Float32Array, [height, width]: MapShape): Pixels {
  const most = values.reduce((so, value) => Math.max(so, Math.abs(value)), 0) || 1
  const data = new Uint8ClampedArray(4 * values.length)
  values.forEach((value, i) => {
    const grey = 127.5 + (127.5 * value) / most
    data.set([grey, grey, grey, 255], 4 * i)
  })
  return { width, height, data }
}
