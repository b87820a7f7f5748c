import { describe, expect, it } from 'vitest'
import { judge } from './judge'

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

  it('that is a known mistake as written is one, even where it would pass as a rounding', () => {
    const printed = [{ value: 2700, say: 'that is the printed number' }]
    expect(judge('2.7K', 2712, { mistakes: printed })).toEqual({
      kind: 'mistake',
      say: 'that is the printed number',
    })
    expect(judge('2.71K', 2712, { mistakes: printed }).kind).toBe('right')
    expect(judge('2.7K', 2712).kind).toBe('right')
    // The answer itself, and what is allowed to differ from it, come first.
    expect(judge('2.7K', 2700, { mistakes: [{ value: 2712, say: '' }] }).kind).toBe('right')
    expect(judge('2.7K', 2712, { within: 0.01, mistakes: printed }).kind).toBe('right')
    expect(judge('9.4k', weights, { mistakes }).kind).toBe('right')
  })

  it('may differ by the share that is allowed, and no more', () => {
    expect(judge('8.8', 8.711, { within: 0.02 }).kind).toBe('right')
    expect(judge('12', 8.711, { within: 0.02 }).kind).toBe('wrong')
  })

  it('that is no number is told apart from a wrong one', () =>
    expect(judge('a lot', weights).kind).toBe('unreadable'))

  it.each([
    ['28224', /^Too large by a whole factor: something is multiplied in/],
    ['192', /^Too small by a whole factor: something still has to be multiplied in/],
    ['9.4080', /^1,000 times too small: look at the prefix/],
    ['9.4', /^Too small by a factor of more than ten/],
    ['9450', /^Close, but too large\.$/],
    ['9100', /^Close, but too small\.$/],
    ['14000', /^Too large by a factor of less than two/],
    ['2000', /^Too small by a factor between two and ten/],
    // Seven divides it by chance, and to name the rest would be to name the answer.
    ['7', /^Too small by a factor of more than ten/],
    ['0.01', /^Too small by a factor of more than ten/],
    ['-9408', /^The size is right, but the sign is not/],
    ['0', /^It is not zero/],
  ])('%s is wrong, and is told how it compares with the right one', (text, says) => {
    const verdict = judge(text, weights)
    expect(verdict.kind).toBe('wrong')
    expect(verdict.say).toMatch(says)
    // Without giving it away.
    expect(verdict.say).not.toMatch(/9,?408/)
  })
})

describe('a wrong answer that no question foresaw', () => {
  it.each([
    ['9000', 9408, 'weights', 'Close, but too small. Have you left out a layer, one side of a kernel'],
    [
      '54',
      57,
      'convolutions',
      'less than two. The convolutions of every path count, and so do those outside the blocks.',
    ],
    ['50176', 150_528, 'values', 'multiplied in. Have you left out the height, the width or the channels?'],
    ['14', 11.6, 'billion MACs', 'Count the positions of the output'],
    ['7', 9, 'passes', 'Too small by a factor of less than two.'],
  ])('%s for %d %s is told what is usually forgotten there', (text, answer, unit, says) =>
    expect(judge(text, answer, { unit }).say).toContain(says),
  )

  it('is not told a factor or a share from which the answer follows', () => {
    for (const given of [9408 / 49, 9408 / 3, 9408 * 2, 9400, 9100, 14_000])
      expect(judge(String(given), 9408, { unit: 'weights' }).say).not.toMatch(/\d/)
  })
})

describe('a decimal comma', () => {
  it('is rounded like a decimal point', () => {
    expect(judge('8,7', 8.71).kind).toBe('right')
    expect(judge('8.7', 8.71).kind).toBe('right')
    expect(judge('9,408', 9410).kind).toBe('wrong')
  })
})

describe('a separator before three digits, which is one of thousands or of decimals', () => {
  it.each([
    // An answer a thousand times too large is never right.
    ['112,000', 112, 'ambiguous'],
    ['112.000', 112, 'ambiguous'],
    ['28,000', 28, 'ambiguous'],
    ['55,000', 55, 'ambiguous'],
    ['12,500', 12.5, 'ambiguous'],
    ['12.500', 12.5, 'ambiguous'],
    ['112 000', 112, 'wrong'],
    ["112'000", 112, 'wrong'],
    ['112000', 112, 'wrong'],
    ['112k', 112, 'wrong'],
    ['112,000.0', 112, 'wrong'],
    // Nor one that is a thousand times too small.
    ['9.408', 9408, 'ambiguous'],
    ['9,408', 9408, 'right'],
    ['9.408.000', 9_408_000, 'right'],
    ['9.408k', 9408, 'right'],
    ['9,408k', 9408, 'ambiguous'],
    ['9,408k', 9_408_000, 'right'],
    // Three decimals belong to an answer that has them.
    ['8.711', 8.7112, 'right'],
    ['8,711', 8.7112, 'right'],
    ['0,286', 2 / 7, 'right'],
    ['0.286', 2 / 7, 'right'],
    // Both meanings are wrong.
    ['9,409', 9408, 'wrong'],
    ['9.409', 9408, 'wrong'],
    ['113,000', 112, 'wrong'],
  ])('%s for %d is %s', (text, answer, kind) => expect(judge(text, answer).kind).toBe(kind))

  it('is asked back with two ways to write it that have one meaning each', () => {
    expect(judge('112,000', 112).say).toBe('“112,000” can mean 112000 or 112; write the one that you mean.')
    expect(judge('112000', 112).kind).toBe('wrong')
    expect(judge('112', 112).kind).toBe('right')
  })

  it('is told how the nearer of its meanings lies to the answer', () =>
    expect(judge('9.409', 9408).say).toMatch(/^Close, but too large/))
})

describe('a calculation', () => {
  it.each([
    ['64+128+32+32', 256, 'right'],
    ['2^8', 256, 'right'],
    ['7·7·3·64', 9408, 'right'],
    ['64+128+32', 256, 'wrong'],
    ['1/3', 1 / 3, 'right'],
  ])('%s for %d is %s', (text, answer, kind) => expect(judge(text, answer).kind).toBe(kind))
})
