import { expect, it } from 'vitest'
import { waysByLength } from './ways'

it('doubles the ways with every block: two to the eighth through ResNet-18', () => {
  for (let blocks = 0; blocks <= 8; blocks++)
    expect(waysByLength(blocks).reduce((sum, count) => sum + count, 0)).toBe(2 ** blocks)
})

it('has one way that goes through all, one that goes through none, and most in the middle', () =>
  expect(waysByLength(8)).toEqual([1, 8, 28, 56, 70, 56, 28, 8, 1]))
