import { describe, expect, it } from 'vitest'
import { convolve, kernelOf } from './blur'

const step = {
  width: 6,
  height: 3,
  values: Float32Array.from({ length: 18 }, (_, i) => (i % 6 < 3 ? 0 : 255)),
}

describe('a window over a picture', () => {
  it.each([3, 5, 7, 11])('of side %i has side·side weights, which keep the brightness', (side) => {
    const kernel = kernelOf('mean', side)
    expect(kernel).toHaveLength(side * side)
    expect(kernel.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
    expect(kernelOf('edges', side).reduce((a, b) => a + b, 0)).toBeCloseTo(0)
  })

  it('of means makes a sharp edge soft, the more the larger it is', () => {
    const row = (side: number) => [...convolve(step, 'mean', side).values.slice(6, 12)].map(Math.round)
    expect(row(3)).toEqual([0, 0, 85, 170, 255, 255])
    expect(row(5)).toEqual([0, 51, 102, 153, 204, 255])
  })

  it('for edges is strongest where left and right differ, and grey where they do not', () => {
    const row = [...convolve(step, 'edges', 3).values.slice(6, 12)]
    expect(row[0]).toBe(128)
    expect(Math.max(...row)).toBe(row[2])
  })
})
