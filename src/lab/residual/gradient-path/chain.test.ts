import { describe, expect, it } from 'vitest'
import { gradients, withShortcut } from './chain'

const last = (values: readonly number[]) => values[values.length - 1]

describe('a gradient on its way back', () => {
  it.each([
    [56, 0.9, 0.0027],
    [110, 0.9, 9.3e-6],
    [56, 1.1, 208],
  ])('through %i plain layers with a factor of %f: %f is left', (layers, factor, left) =>
    expect(last(gradients(layers, factor)) / left).toBeCloseTo(1, 1),
  )

  it('keeps most of itself where a layer with a shortcut takes a hundredth of it', () =>
    expect(last(gradients(56, withShortcut(-0.01)))).toBeGreaterThan(0.5))

  it('explodes with shortcuts just as without, where every layer adds a tenth', () =>
    expect(gradients(56, withShortcut(0.1))).toEqual(gradients(56, 1.1)))
})
