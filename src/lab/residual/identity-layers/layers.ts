import { randomNormal } from 'd3'
import { stream } from '../../../exercises/random'

/** Channels of every layer: the colours of a picture. */
export const channels = 3
const taps = 9
const centre = 4

/** [filter][channel][3·3], row by row. */
export type Kernel = readonly (readonly (readonly number[])[])[]

/** Weights as training begins with them: He normal (2015, "Delving deep into rectifiers"), deviation √(2 / 27). */
export function drawn(layer: number): Kernel {
  const normal = randomNormal.source(stream(`extra layer ${layer}`))(0, Math.sqrt(2 / (taps * channels)))
  return kernelOf(() => normal())
}

/** The kernel that does nothing: a one in the middle for the own channel, zero everywhere else. */
export const identity: Kernel = kernelOf((filter, channel, tap) =>
  filter === channel && tap === centre ? 1 : 0,
)

/** On the straight way from a kernel to the identity: at `share` 0 the kernel, at 1 the identity. */
export function towards(kernel: Kernel, share: number): Kernel {
  return kernelOf((f, c, t) => (1 - share) * kernel[f][c][t] + share * identity[f][c][t])
}

function kernelOf(value: (filter: number, channel: number, tap: number) => number): Kernel {
  const range = (length: number) => Array.from({ length }, (_, i) => i)
  return range(channels).map((f) => range(channels).map((c) => range(taps).map((t) => value(f, c, t))))
}

/** A 3×3 convolution with a padding of 1, and a ReLU. `maps` are `channels` squares of `side`, row by row. */
export function layer(maps: readonly Float32Array[], kernel: Kernel, side: number): readonly Float32Array[] {
  return kernel.map((filter) => {
    const out = new Float32Array(side * side)
    filter.forEach((weights, channel) =>
      weights.forEach((weight, tap) => {
        if (weight !== 0) add(out, maps[channel], weight, Math.floor(tap / 3) - 1, (tap % 3) - 1, side)
      }),
    )
    return out.map((value) => Math.max(0, value))
  })
}

/** Adds a map times a weight, moved by rows and columns; what comes from outside is zero. */
function add(
  out: Float32Array,
  map: Float32Array,
  weight: number,
  down: number,
  right: number,
  side: number,
) {
  for (let row = Math.max(0, -down); row < Math.min(side, side - down); row++)
    for (let column = Math.max(0, -right); column < Math.min(side, side - right); column++)
      out[row * side + column] += weight * map[(row + down) * side + column + right]
}

/** What comes out of `count` extra layers that have gone `share` of the way to doing nothing. */
export function through(maps: readonly Float32Array[], count: number, share: number, side: number) {
  let now = maps
  for (let i = 0; i < count; i++) now = layer(now, towards(drawn(i), share), side)
  return now
}

/** The mean of how far two stacks of maps are apart, in the units of their values. */
export function apart(a: readonly Float32Array[], b: readonly Float32Array[]): number {
  let sum = 0
  a.forEach((map, c) => map.forEach((value, i) => (sum += Math.abs(value - b[c][i]))))
  return sum / (a.length * a[0].length)
}
