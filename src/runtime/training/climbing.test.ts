import { expect, it } from 'vitest'
import { range } from '../input'
import { beginning, climbed, jitterAt, moved, smoothed } from './climbing'

const side = 6
const picture = beginning(side, 3, 0)

it('a picture begins near gray, another for each seed and channel', () => {
  expect(Math.max(...picture.map(Math.abs))).toBeLessThan(1)
  expect([...beginning(side, 3, 0)]).toEqual([...picture])
  expect([...beginning(side, 4, 0)]).not.toEqual([...picture])
  expect([...beginning(side, 3, 1)]).not.toEqual([...picture])
})

it('what is moved and moved back is as before, and a pixel goes where it is said to', () => {
  expect([...moved(moved(picture, side, 2, -1), side, -2, 1)]).toEqual([...picture])
  const one = new Float32Array(side * side * 3)
  one[0] = 5
  expect(moved(one, side, 1, 2)[(1 * side + 2) * 3]).toBe(5)
  expect(moved(one, side, -1, 0)[(side - 1) * side * 3]).toBe(5)
})

it('jitter stays within its pixels, takes all of them, and there is none where none is wished', () => {
  const drawn = Array.from({ length: 200 }, (_, step) => jitterAt({ seed: 1, jitter: 2, blur: 0 }, step))
  expect(new Set(drawn.flat())).toEqual(new Set([-2, -1, 0, 1, 2]))
  expect(jitterAt({ seed: 1, jitter: 0, blur: 0 }, 7).map(Math.abs)).toEqual([0, 0])
})

it('smoothing keeps what is even and spreads a point without losing any of it', () => {
  const even = new Float32Array(side * side * 3).fill(2)
  smoothed(even, side, 1).forEach((value) => expect(value).toBeCloseTo(2, 5))
  const point = new Float32Array(15 * 15 * 3)
  point[(7 * 15 + 7) * 3 + 1] = 1
  const spread = smoothed(point, 15, 1)
  expect(spread.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5)
  expect(spread[(7 * 15 + 7) * 3 + 1]).toBeCloseTo(0.159, 2)
  expect(spread[(7 * 15 + 7) * 3]).toBe(0)
})

it('a step is of one size whatever the gradient is, and never leaves the colors that there are', () => {
  const none = { seed: 1, jitter: 0, blur: 0 }
  const gray = new Float32Array(side * side * 3)
  const up = new Float32Array(side * side * 3).fill(1)
  expect(climbed(gray, up, side, none)[0]).toBeCloseTo(0.15, 5)
  expect(
    climbed(
      gray,
      up.map((value) => 1000 * value),
      side,
      none,
    )[0],
  ).toBeCloseTo(0.15, 5)
  expect([...climbed(picture, gray, side, none)]).not.toContain(NaN)
  let bright: Float32Array = gray
  for (let step = 0; step < 100; step++) bright = climbed(bright, up, side, none)
  expect([0, 1, 2].map((c) => bright[c])).toEqual(range.map(([, white]) => Math.fround(white)))
})
