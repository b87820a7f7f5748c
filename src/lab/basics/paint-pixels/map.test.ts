import { describe, expect, it } from 'vitest'
import { resolveWindow } from '../../../nn/window'
import { asPixels, edgeFilter, edgeMap } from './map'

/** A picture of one grey at every pixel. */
function picture(side: number, grey: (row: number, column: number) => number) {
  const data = new Uint8ClampedArray(4 * side * side)
  for (let i = 0; i < side * side; i++) {
    const value = grey(Math.floor(i / side), i % side)
    data.set([value, value, value, 255], 4 * i)
  }
  return { width: side, height: side, data }
}

const window = resolveWindow([16, 16, 3], { kernel: 7, stride: 2, pad: 3 })
const shape = [8, 8, 1] as const
const inner = (values: Float32Array) =>
  [...values].filter((_, i) => i % 8 >= 2 && i % 8 < 6 && i >= 16 && i < 48)

describe('the map that is painted', () => {
  it('has one value for each position of the output, and none for a picture without edges', () => {
    const map = edgeMap(
      picture(16, () => 200),
      shape,
      window,
    )
    expect(map).toHaveLength(64)
    for (const value of inner(map)) expect(value).toBeCloseTo(0, 6)
    expect(edgeFilter(7, 7).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0, 12)
  })

  it('is large at an edge from bright to dark, and as far below zero at one from dark to bright', () => {
    const map = edgeMap(
      picture(16, (_, column) => (column < 8 ? 255 : 0)),
      shape,
      window,
    )
    const other = edgeMap(
      picture(16, (_, column) => (column < 8 ? 0 : 255)),
      shape,
      window,
    )
    const middle = map.slice(32, 40)
    expect(middle.indexOf(Math.max(...middle))).toBe(4)
    expect(map[36]).toBeGreaterThan(1)
    expect(other[36]).toBeCloseTo(-map[36], 5)
  })

  it('is drawn grey: nothing in the middle, the largest white', () => {
    const { data } = asPixels(Float32Array.from([0, 2, -2, 1]), [2, 2, 1])
    expect([...data.filter((_, i) => i % 4 === 0)]).toEqual([128, 255, 0, 191])
    expect([...data.filter((_, i) => i % 4 === 1)]).toEqual([128, 255, 0, 191])
  })
})
