import { describe, expect, it } from 'vitest'
import { gradients } from './chain'

const last = (values: readonly number[]) => values[values.length - 1]

describe('a gradient on its way back', () => {
  it.each([
    [56, 0.9, 0.0027],
    [110, 0.9, 9.3e-6],
    [56, 1.1, 208],
  ])('through %i plain layers with a factor of %f: %f is left', (layers, factor, left) =>
    expect(last(gradients(layers, factor, false)) / left).toBeCloseTo(1, 1),
  )

  it('keeps most of itself where each layer has a way around', () =>
    expect(last(gradients(56, 0.9, true))).toBeGreaterThan(0.5))
})
