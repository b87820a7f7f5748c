import { expect, it } from 'vitest'
import { barOf } from './choice'

it('a bar does not begin at zero, and the largest error has the longest', () => {
  expect(barOf(25, [25, 24])).toBe(1)
  expect(barOf(24, [25, 24])).toBeCloseTo(0.25)
})
