import { describe, expect, it } from 'vitest'
import { judge, readNumber } from './judge'

describe('a number that somebody typed', () => {
  it.each([
    ['9408', 9408],
    ['1,024,000', 1_024_000],
    ['1 024 000', 1_024_000],
    ['1.58G', 1.58e9],
    ['112 k', 112_000],
    ['89.4 %', 89.4],
    ['7·144', 1008],
    ['7 x 7 x 3 x 64', 9408],
    ['1/4', 0.25],
    ['−68', -68],
    ['5e3', 5000],
    ['8,71', 8.71],
    ['One', 1],
    ['1,5k', 1500],
    ['9,408', 9408],
    ['0,125', 0.125],
    ['121×', 121],
    ['9 x', 9],
  ])('%s is read as %d', (text, value) => expect(readNumber(text)).toBeCloseTo(value, 9))

  it.each(['', 'many', '1,2,34', '1/0', '3·'])('"%s" is none', (text) =>
    expect(readNumber(text)).toBeUndefined(),
  )
})

describe('an answer', () => {
  const weights = 9408
  const mistakes = [{ value: 9472, say: 'that is with the biases' }]

  it('is right when it is the number', () => expect(judge('9,408', weights)).toEqual({ kind: 'right' }))

  it('is right when it is rounded and says so with a prefix', () =>
    expect(judge('9.4k', weights)).toEqual({ kind: 'right' }))

  it('with a decimal comma and three decimals is read as what is meant', () => {
    expect(judge('1,067', 1.0667, { within: 0.005 }).kind).toBe('right')
    expect(judge('1,342', 1.5 / Math.sqrt(1.25), { within: 0.005 }).kind).toBe('right')
    expect(judge('9,472', weights, { mistakes }).kind).toBe('mistake')
    expect(judge('1,067', weights).kind).toBe('wrong')
  })

  it('is not right when the rounding hides too much', () => expect(judge('0.0M', weights).kind).toBe('wrong'))

  it('that is a known mistake gets the sentence for it', () =>
    expect(judge('9472', weights, { mistakes })).toEqual({ kind: 'mistake', say: 'that is with the biases' }))

  it('may differ by the share that is allowed, and no more', () => {
    expect(judge('8.8', 8.711, { within: 0.02 }).kind).toBe('right')
    expect(judge('12', 8.711, { within: 0.02 }).kind).toBe('wrong')
  })

  it('that is no number is told apart from a wrong one', () =>
    expect(judge('a lot', weights).kind).toBe('unreadable'))

  it.each([
    ['28224', /^Exactly 3 times too large: a factor of 3 /],
    ['192', /^Exactly one part in 49 of it: a factor of 49 is missing/],
    ['9.408', /^1,000 times too small: look at the prefix/],
    ['9450', /^Close, but less than five per cent too large/],
    ['9100', /^Close, but less than five per cent too small: something small is left out/],
    ['14000', /^Too large, though by less than twice/],
    ['2000', /^Too small, between two and ten times/],
    ['7', /^Exactly one part in 1,344 of it/],
    ['0.01', /^Too small, more than ten times/],
    ['-9408', /^The size is right, the sign is not/],
    ['0', /^It is not zero/],
  ])('%s is wrong, and is told how it lies to the right one', (text, says) => {
    const verdict = judge(text, weights)
    expect(verdict.kind).toBe('wrong')
    expect(verdict.say).toMatch(says)
    // Without giving it away.
    expect(verdict.say).not.toMatch(/9,?408/)
  })
})

describe('a decimal comma', () => {
  it('is rounded like a decimal point', () => {
    expect(judge('8,7', 8.71).kind).toBe('right')
    expect(judge('8.7', 8.71).kind).toBe('right')
    expect(judge('9,408', 9410).kind).toBe('wrong')
  })
})
