import { describe, expect, it } from 'vitest'
import { judge } from './judge'
import { exercise, type PracticeName, practices } from './practice'

describe.each(Object.keys(practices) as PracticeName[])('the exercise %s', (name) => {
  const variants = Array.from({ length: 60 }, (_, i) => exercise(name, i))

  it('has a whole, positive answer in every variant', () => {
    for (const { answer } of variants) expect(Number.isInteger(answer) && answer > 0).toBe(true)
  })

  it('ends its arithmetic with the answer that the graph counts', () => {
    for (const { answer, worked } of variants)
      expect(worked[worked.length - 1].replaceAll(',', '')).toMatch(new RegExp(`= ${answer}\\b`))
  })

  it('takes its own answer as right and its own mistakes as mistakes', () => {
    for (const { answer, mistakes } of variants) {
      expect(judge(String(answer), answer, { mistakes }).kind).toBe('right')
      for (const { value, say } of mistakes)
        expect(judge(String(value), answer, { mistakes })).toEqual({ kind: 'mistake', say })
    }
  })

  it('asks something new again and again, and the same to everybody', () => {
    expect(new Set(variants.map(({ ask }) => ask)).size).toBeGreaterThan(8)
    expect(exercise(name, 7)).toEqual(exercise(name, 7))
  })
})
