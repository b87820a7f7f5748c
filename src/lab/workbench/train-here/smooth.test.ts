import { describe, expect, it } from 'vitest'
import { lastOf, smoothed } from './smooth'
import { about, expectedSeconds, secondsLeft } from './time'
import { networksOf } from '../../shared/drawings/networks'

describe('a smoothed curve', () => {
  it('is the mean of the last ten values, of fewer at its beginning', () => {
    expect(smoothed([4, 2, 0])).toEqual([4, 3, 2])
    expect(smoothed(Array.from({ length: 30 }, (_, i) => i)).at(-1)).toBeCloseTo((20 + 29) / 2, 10)
  })

  it('leaves out what is no number', () => {
    expect(lastOf([3, 1, NaN])).toBe(2)
    expect(lastOf([])).toBeUndefined()
  })
})

describe('how long it takes', () => {
  it('is as long as the slowest where each has a core, longer where they share one', () => {
    const networks = Object.values(networksOf(3, true))
    const alone = expectedSeconds(networks, 200, 8)
    expect(alone).toBe(expectedSeconds([networks[2]], 200, 1))
    expect(expectedSeconds(networks, 200, 1)).toBeGreaterThan(alone)
    expect(expectedSeconds(networks, 400, 1)).toBeCloseTo(2 * expectedSeconds(networks, 200, 1), 6)
  })

  it('is known once every training has made a step', () => {
    expect(secondsLeft([{ done: 50, pace: 5 }], 200)).toBe(30)
    expect(
      secondsLeft(
        [
          { done: 50, pace: 5 },
          { done: 0, pace: 0 },
        ],
        200,
      ),
    ).toBeUndefined()
  })

  it('is said as exactly as it is known', () => {
    expect([3.2, 42, 150].map(about)).toEqual(['4 s', '45 s', '3 min'])
  })
})
