import { describe, expect, it } from 'vitest'
import { fit, type Point, rootMeanSquare, sample } from './fit'

describe('fitting a polynomial', () => {
  it('finds the parabola that points lie on', () => {
    const points: readonly Point[] = [-1, -0.4, 0, 0.3, 0.9].map((x) => [x, 2 * x * x - x + 0.5])
    const curve = fit(points, 2)
    for (const x of [-0.7, 0.1, 0.5]) expect(curve(x)).toBeCloseTo(2 * x * x - x + 0.5, 10)
  })

  it('goes through every point when it has as many weights', () => {
    const points = sample(10, 'test')
    expect(rootMeanSquare(fit(points, 9), points)).toBeLessThan(1e-8)
  })

  it('has a smaller training error with every degree, whatever the test says', () => {
    const points = sample(20, 'test')
    const errors = [1, 3, 5, 7, 9].map((degree) => rootMeanSquare(fit(points, degree), points))
    for (let i = 1; i < errors.length; i++) expect(errors[i]).toBeLessThanOrEqual(errors[i - 1])
  })

  it('overfits ten points and not two hundred', () => {
    const test = sample(400, 'unseen')
    const gap = (count: number) => {
      const points = sample(count, 'fit')
      const curve = fit(points, 9)
      return rootMeanSquare(curve, test) - rootMeanSquare(curve, points)
    }
    expect(gap(12)).toBeGreaterThan(4 * Math.abs(gap(200)))
  })
})
