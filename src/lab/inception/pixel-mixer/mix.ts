/** One filter of a 1×1 convolution over red, green and blue. */
export type Weights = readonly [red: number, green: number, blue: number]

/** Filters to begin with. */
export const filters: readonly { readonly name: string; readonly weights: Weights }[] = [
  { name: 'brightness', weights: [0.3, 0.6, 0.1] },
  { name: 'red, not green', weights: [1, -1, 0] },
  { name: 'blue, not red', weights: [-1, 0, 1] },
  { name: 'only green', weights: [0, 1, 0] },
]

/** The weighted sum of one pixel's channels. */
export function mixAt(data: Uint8ClampedArray, pixel: number, weights: Weights): number {
  return weights.reduce((sum, weight, c) => sum + weight * data[4 * pixel + c], 0)
}

/** The new channel, pixel by pixel; the ReLU after it makes what is negative zero. */
export function mix(data: Uint8ClampedArray, weights: Weights): Float32Array {
  return Float32Array.from({ length: data.length / 4 }, (_, pixel) =>
    Math.max(0, mixAt(data, pixel, weights)),
  )
}

/** One colour of a picture alone. */
export function channelOf(data: Uint8ClampedArray, channel: number): Float32Array {
  return Float32Array.from({ length: data.length / 4 }, (_, pixel) => data[4 * pixel + channel])
}
