import { describe, expect, it } from 'vitest'
import { input, jacobian, normOf, plain, residual, share } from './blocks'

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

describe('what the output changes per unit of change of the input', () => {
  const stretch = (block: typeof plain, scale: number) => normOf(jacobian(block, input, scale))

  it('is nothing at weight zero where there is no way around', () => {
    expect(stretch(plain, 0)).toBe(0)
  })

  it('is one at weight zero where there is one: the Jacobian is the identity', () => {
    expect(stretch(residual, 0)).toBeCloseTo(1, 6)
    jacobian(residual, input, 0).forEach((column, i) =>
      column.forEach((value, k) => expect(value).toBeCloseTo(i === k ? 1 : 0, 6)),
    )
  })

  it('is found where it is known: of a diagonal the largest entry, of a shear more than either', () => {
    expect(
      normOf([
        [3, 0],
        [0, 2],
      ]),
    ).toBeCloseTo(3, 9)
    expect(
      normOf([
        [1, 0],
        [1, 1],
      ]),
    ).toBeCloseTo((1 + Math.sqrt(5)) / 2, 9)
  })

  it('falls with the weights of the plain block', () => {
    const sizes = [1, 0.5, 0.25, 0].map((scale) => stretch(plain, scale))
    expect([...sizes].sort((a, b) => b - a)).toEqual(sizes)
  })

  it('holds for a small change of many values at once', () => {
    const columns = jacobian(residual, input, 0.7)
    const moved = input.map((value, i) => value + 1e-5 * Math.cos(i) ** 2)
    const change = residual(moved, 0.7).map((value, k) => value - residual(input, 0.7)[k])
    change.forEach((value, k) =>
      expect(value).toBeCloseTo(
        columns.reduce((sum, column, i) => sum + column[k] * (moved[i] - input[i]), 0),
        9,
      ),
    )
  })
})
