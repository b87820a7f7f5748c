import { describe, expect, it } from 'vitest'
import { waiting, type Often } from './turns'

const often: Often = { rare: new Set(['rare']), every: { lessons: 5 } }
const journey = (file: string, line: number, isDaily = false) => ({ file, line, isDaily })
const journeys = [
  ...[10, 20, 30, 40, 50].map((line) => journey('run', line, line === 30)),
  ...Array.from({ length: 12 }, () => journey('lessons', 7)),
  ...Array.from({ length: 2 }, () => journey('themes', 3)),
  journey('rare', 4),
]

/** The journeys of some days after each other. */
function days(count: number, first = 20_787): (typeof journeys)[] {
  return Array.from({ length: count }, (_, day) => {
    const later = new Set(waiting(journeys, often, (i, every) => (i + first + day) % every === 0))
    return journeys.filter((one) => !later.has(one))
  })
}

describe('the journeys of a day', () => {
  it('have each once in its days: three, or as many as its file says', () => {
    const times = (count: number) => (one: (typeof journeys)[number]) =>
      days(count).filter((day) => day.includes(one)).length
    const turning = journeys.filter(
      ({ file, line }) => file === 'rare' || (file === 'run' && ![10, 30].includes(line)),
    )
    expect(turning.map(times(3))).toEqual([1, 1, 1, 1])
    expect(journeys.filter(({ file }) => file === 'lessons').map(times(5))).toEqual(Array(12).fill(1))
  })

  it('have the first of a file and what is marked every day, but of rare files none', () => {
    for (const day of days(6)) {
      expect(day).toContain(journeys[0])
      expect(day).toContain(journeys[2])
    }
    expect(days(3).filter((day) => day.some(({ file }) => file === 'rare'))).toHaveLength(1)
  })

  it('have one of every family, however small', () => {
    for (const day of days(6)) {
      expect(day.filter(({ file }) => file === 'themes')).toHaveLength(1)
      expect(day.filter(({ file }) => file === 'lessons').length).toBeGreaterThanOrEqual(2)
    }
  })
})
