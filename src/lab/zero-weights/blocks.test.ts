import { describe, expect, it } from 'vitest'
import { input, plain, residual, share } from './blocks'

describe('a block whose weights are pulled to zero', () => {
  it('lets the signal through as long as its weights are whole', () => {
    expect(share(plain(input, 1))).toBeGreaterThan(0.5)
    expect(Math.max(...residual(input, 1))).toBeLessThan(2)
  })

  it('gives nothing any more where there is no way around', () => {
    expect(plain(input, 0).every((value) => value === 0)).toBe(true)
    expect(share(plain(input, 0))).toBe(0)
  })

  it('gives exactly its input where there is one', () => {
    expect(residual(input, 0)).toEqual(input)
    expect(share(residual(input, 0))).toBe(1)
  })

  it('comes nearer and nearer to that on the way', () => {
    const away = [1, 0.5, 0.25, 0.1].map((scale) =>
      residual(input, scale).reduce((sum, value, i) => sum + Math.abs(value - input[i]), 0),
    )
    expect([...away].sort((a, b) => b - a)).toEqual(away)
  })
})
