import { describe, expect, it } from 'vitest'
import { begun, clockTime, elapsed, paceOf, planOf, setRight, stopped, toggled } from './pace'

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

describe('a talk that begins', () => {
  const first = { order: 'lecture90', at: 0 }
  const second = { order: 'lecture90', at: 1 }

  it('starts its timer with the first slide that is turned to', () => {
    expect(begun(stopped, first, second, 5000)).toEqual({ since: 5000, counted: 0 })
  })

  it('does not start it with the slide that is found, with one before, or with another order', () => {
    expect(begun(stopped, null, second, 5000)).toBe(stopped)
    expect(begun(stopped, second, first, 5000)).toBe(stopped)
    expect(begun(stopped, first, { order: 'lecture', at: 9 }, 5000)).toBe(stopped)
  })

  it('leaves one alone that runs or was paused', () => {
    for (const timer of [toggled(stopped, 1000), { since: null, counted: 4000 }])
      expect(begun(timer, first, second, 5000)).toBe(timer)
  })
})

describe('a clock that is set back', () => {
  const running = toggled(stopped, 1_000_000)

  it('neither stops the timer of a talk nor turns it back', () => {
    const after = setRight(running, 1_060_000, 400_000)
    expect(elapsed(after, 400_000)).toBe(60_000)
    expect(elapsed(after, 405_000)).toBe(65_000)
    expect(setRight(after, 405_000, 405_500)).toBe(after)
  })

  it('while the window was reloaded leaves what was counted before', () => {
    const stored = { since: 1_000_000, counted: 30_000 }
    expect(elapsed(setRight(stored, 400_000, 400_000), 400_000)).toBe(30_000)
  })

  it('changes nothing of one that stands, and a clock that goes on changes nothing at all', () => {
    expect(setRight({ since: null, counted: 5 }, 9, 1)).toEqual({ since: null, counted: 5 })
    expect(setRight(running, 1_000_500, 1_001_000)).toBe(running)
  })
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
