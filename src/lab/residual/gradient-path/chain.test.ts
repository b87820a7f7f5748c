import { describe, expect, it } from 'vitest'
import { drawnAs, gradients, withShortcut } from './chain'

const last = (values: readonly number[]) => values[values.length - 1]

describe('a gradient on its way back', () => {
  it.each([
    [56, 0.9, 0.0027],
    [110, 0.9, 9.3e-6],
    [56, 1.1, 208],
  ])('through %i plain layers with a factor of %f: %f is left', (layers, factor, left) =>
    expect(last(gradients(layers, factor)) / left).toBeCloseTo(1, 1),
  )

  it('explodes once such layers have shortcuts, and stays where layers change little', () => {
    expect(last(gradients(56, withShortcut(0.9)))).toBeGreaterThan(1e15)
    expect(last(gradients(56, withShortcut(0.04)))).toBeLessThan(10)
    expect(last(gradients(56, withShortcut(-0.04)))).toBeGreaterThan(0.1)
  })

  it('is lost with a shortcut, too, where the layer takes away what the shortcut brings', () =>
    expect(last(gradients(56, withShortcut(-1)))).toBe(0))
})

describe('its drawing', () => {
  it('has 1 in the middle of its axis, and every size within', () => {
    const { domain, sizes } = drawnAs([gradients(56, 0.9), gradients(56, 1.9)])
    expect(domain).toEqual([1e-16, 1e16])
    expect(Math.max(...sizes.flat())).toBeLessThanOrEqual(1e16)
  })

  it('shows a gradient of nothing at the end of the axis, and none that has a sign', () => {
    const { domain, sizes } = drawnAs([gradients(3, 0), gradients(3, -0.5)])
    expect(sizes).toEqual([
      [1, domain[0], domain[0], domain[0]],
      [1, 0.5, 0.25, 0.125],
    ])
  })
})
