import { range } from '../input'
import { bits, fillNormal, hash } from '../random'

// A picture that is changed step by step, as plain numbers: [height, width, 3], as a network reads it.

/** How a picture is moved toward what excites a unit. */
export interface Climb {
  readonly seed: number
  /** The picture is moved by up to so many pixels before each step, and back after it. */
  readonly jitter: number
  /** Standard deviation in pixels of the Gaussian that smooths each step; 0 for none. */
  readonly blur: number
}

/** A step changes a value by so much on average, in standard deviations of ImageNet's pixels. */
const rate = 0.15

/** What is left of a picture's distance from gray after each step. */
const kept = 0.985

/** Nearly gray, with a little noise. */
export function beginning(side: number, seed: number, channel: number): Float32Array {
  return fillNormal(new Float32Array(side * side * 3), 0.2, hash(`picture ${channel}`, seed))
}

/** How far the picture is moved down and to the right before a step. */
export function jitterAt({ seed, jitter }: Climb, step: number): readonly [down: number, across: number] {
  const stream = hash('jitter', seed)
  const draw = (i: number) => (bits(stream, i) % (2 * jitter + 1)) - jitter
  return [draw(2 * step), draw(2 * step + 1)]
}

/** A picture moved down and to the right; what leaves it enters on the other side. */
export function moved(picture: Float32Array, side: number, down: number, across: number): Float32Array {
  const to = new Float32Array(picture.length)
  const around = (i: number) => ((i % side) + side) % side
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = (around(y + down) * side + around(x + across)) * 3
      const from = (y * side + x) * 3
      for (let c = 0; c < 3; c++) to[at + c] = picture[from + c]
    }
  return to
}

/** A picture under a Gaussian of this standard deviation; at the edge the last pixels are repeated. */
export function smoothed(picture: Float32Array, side: number, deviation: number): Float32Array {
  if (deviation === 0) return picture
  const reach = Math.ceil(2.5 * deviation)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * deviation ** 2)),
  )
  const sum = weights.reduce((a, b) => a + b, 0)
  const along = (from: Float32Array, step: number, across: number) => {
    const to = new Float32Array(from.length)
    for (let line = 0; line < side; line++)
      for (let i = 0; i < side; i++)
        for (let c = 0; c < 3; c++) {
          let value = 0
          for (let k = -reach; k <= reach; k++) {
            const at = Math.min(side - 1, Math.max(0, i + k))
            value += weights[k + reach] * from[line * across + at * step + c]
          }
          to[line * across + i * step + c] = value / sum
        }
    return to
  }
  return along(along(picture, 3, 3 * side), 3 * side, 3)
}

/**
 * A step along the gradient, of the same size wherever the picture is; a little nearer to gray, and no color that there
 * is not.
 * @param gradient of the unit's value by the picture, where it lies now
 */
export function climbed(
  picture: Float32Array,
  gradient: Float32Array,
  side: number,
  { blur }: Climb,
): Float32Array {
  const way = smoothed(gradient, side, blur)
  let squares = 0
  for (const value of way) squares += value * value
  // Where the unit is silent whatever one does nearby, there is no way up.
  const length = squares > 0 ? rate / Math.sqrt(squares / way.length) : 0
  return picture.map((value, i) => {
    const [black, white] = range[i % 3]
    return Math.min(white, Math.max(black, kept * value + length * way[i]))
  })
}
