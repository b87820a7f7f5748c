import { describe, expect, it } from 'vitest'
import { clockTime, elapsed, paceOf, planOf, stopped, toggled } from './pace'

describe('the timer of a talk', () => {
  it('goes on where it was stopped', () => {
    const ran = toggled(toggled(stopped, 1000), 61_000)
    expect(elapsed(ran, 100_000)).toBe(60_000)
    expect(elapsed(toggled(ran, 200_000), 230_000)).toBe(90_000)
  })

  it.each([
    [0, '0:00'],
    [65_000, '1:05'],
    [3_845_000, '1:04:05'],
    [-30_000, '−0:30'],
    [-400, '0:00'],
  ])('writes %i ms as %s', (time, text) => expect(clockTime(time)).toBe(text))
})

describe('the pace of a talk', () => {
  const plan = planOf([3, undefined, undefined, 1], 10)

  it('gives slides without minutes of their own equal shares of what is left', () => {
    expect(plan.slides.map((time) => time / 60_000)).toEqual([3, 3, 3, 1])
  })

  it('is in time as long as the slide may take', () => {
    expect(paceOf(plan, 1, 4 * 60_000)).toMatchObject({ from: 180_000, to: 360_000, late: 0, left: 240_000 })
  })

  it('is late once the time of the slide is over, and early before it has begun', () => {
    expect(paceOf(plan, 1, 7 * 60_000).late).toBe(60_000)
    expect(paceOf(plan, 1, 2 * 60_000).late).toBe(-60_000)
  })

  it('gives nothing to slides whose others take more than the talk', () => {
    expect(planOf([20, undefined], 10).slides).toEqual([1_200_000, 0])
  })
})
