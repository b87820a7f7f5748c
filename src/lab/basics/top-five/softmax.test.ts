import { describe, expect, it } from 'vitest'
import { rankOf, softmax } from './softmax'

describe('a softmax', () => {
  it('gives probabilities that add up to one', () =>
    expect(softmax([1, 2, 3, 4]).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12))

  it('does not overflow on large scores', () => expect(softmax([1000, 1000])).toEqual([0.5, 0.5]))

  it('ranks the highest score first', () => {
    expect(rankOf([0.1, 3, 2], 1)).toBe(1)
    expect(rankOf([0.1, 3, 2], 0)).toBe(3)
  })
})
