import type { Pixels } from '../../../runtime/types'

/** The mean of ImageNet's photographs, which the network reads as zero: red, green, blue. */
const nothing = [124, 116, 104] as const

/** A square that covers a part of an image, in pixels. */
export interface Square {
  readonly top: number
  readonly left: number
  readonly side: number
}

/** Squares of a quarter of the image's side, each moved by half a square: 7 rows of 7. */
export function squaresOn(size: number): readonly Square[] {
  const side = Math.round(size / 4)
  const step = side / 2
  const places = Array.from({ length: 7 }, (_, i) => Math.round(Math.min(i * step, size - side)))
  return places.flatMap((top) => places.map((left) => ({ top, left, side })))
}

/** The image with a square of mean color on it. */
export function covered({ width, height, data }: Pixels, { top, left, side }: Square): Pixels {
  const copy = new Uint8ClampedArray(data)
  for (let y = top; y < Math.min(height, top + side); y++)
    for (let x = left; x < Math.min(width, left + side); x++)
      nothing.forEach((value, c) => (copy[(y * width + x) * 4 + c] = value))
  return { width, height, data: copy }
}

/** What covering did to the probability of one class. */
export interface Covering {
  /** Of the class, with nothing covered. */
  readonly whole: number
  readonly squares: readonly (Square & { readonly probability: number })[]
}

/** The square that takes most from the class. */
export function worst({ squares }: Covering): Covering['squares'][number] {
  return squares.reduce((least, each) => (each.probability < least.probability ? each : least))
}
