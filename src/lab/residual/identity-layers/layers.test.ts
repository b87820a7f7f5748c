import { expect, it } from 'vitest'
import { apart, channels, drawn, identity, layer, through, towards } from './layers'

const side = 6
const maps = Array.from({ length: channels }, (_, c) =>
  Float32Array.from({ length: side * side }, (_, i) => (c * 50 + i * 7) % 256),
)

it('layers that do nothing change nothing, however many there are, to the last bit', () => {
  for (const count of [1, 4, 8]) expect(apart(through(maps, count, 1, side), maps)).toBe(0)
})

it('layers as training begins with them change everything, and more of them more', () => {
  const [one, six] = [1, 6].map((count) => apart(through(maps, count, 0, side), maps))
  expect(one).toBeGreaterThan(20)
  expect(six).not.toBe(one)
})

it('near the identity a picture is nearly kept, and less so the more layers there are', () => {
  const [one, six] = [1, 6].map((count) => apart(through(maps, count, 0.95, side), maps))
  expect(one).toBeGreaterThan(0)
  expect(one).toBeLessThan(apart(through(maps, 1, 0, side), maps))
  expect(six).toBeGreaterThan(one)
})

it('a convolution is the sum over window and channels, with zeros around', () => {
  const ones = Array.from({ length: channels }, () => new Float32Array(side * side).fill(1))
  const all = identity.map((filter) => filter.map((weights) => weights.map(() => 1)))
  const [out] = layer(ones, all, side)
  // 27 in the middle, 12 in a corner: 4 of 9 taps lie inside, in three channels.
  expect([out[side + 1], out[0], out[1]]).toEqual([27, 12, 18])
})

it('what is negative is cut off', () => {
  const minus = identity.map((filter) => filter.map((weights) => weights.map((weight) => -weight)))
  expect(layer(maps, minus, side).every((map) => map.every((value) => value === 0))).toBe(true)
})

it('weights are the same at every visit, and spread as He et al. prescribe', () => {
  expect(drawn(2)).toEqual(drawn(2))
  expect(drawn(2)).not.toEqual(drawn(3))
  const values = Array.from({ length: 40 }, (_, i) => drawn(i)).flat(3)
  const square = values.reduce((sum, value) => sum + value ** 2, 0) / values.length
  expect(square).toBeCloseTo(2 / 27, 2)
  expect(towards(drawn(1), 0)).toEqual(drawn(1))
  expect(towards(drawn(1), 1)).toEqual(identity)
})
