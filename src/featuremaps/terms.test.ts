import { expect, it } from 'vitest'
import type { Cell, Patch } from '../nn/unit'
import { isDark, scaleOf } from './colour'
import { lineOf, maximumOf, roundingOf, sentenceOf, strongestFirst, withNumbers } from './terms'

const cell = (value: number, weight?: number): Cell => ({
  unit: { row: 0, column: 0, channel: 0 },
  value,
  ...(weight !== undefined && { weight }),
  term: value * (weight ?? 1),
})
const patch = (...cells: Cell[]): Patch => ({
  input: 0,
  channel: 0,
  rows: 1,
  columns: cells.length,
  cells,
  subtotal: cells.reduce((sum, { term }) => sum + term, 0),
})

it('a window is written as a sum of products, negative numbers in brackets', () =>
  expect(lineOf(patch(cell(0.5, 0.25), cell(-2, 0.1), cell(3, -1)))).toBe(
    '0.5·0.25 + (−2)·0.1 + 3·(−1) = −3.075',
  ))

it('the strongest contribution comes first, whatever its sign', () => {
  const [weak, strong, middle] = [patch(cell(1)), patch(cell(-9)), patch(cell(4))]
  expect(strongestFirst([weak, strong, middle])).toEqual([strong, middle, weak])
})

it('numbers take the place of letters that stand alone, and of no part of a word', () => {
  const letters = [{ symbol: 'x', meaning: '', value: -2 }]
  expect(withNumbers({ formula: 'max(0, x)', letters })).toBe('max(0, (−2))')
  expect(
    withNumbers({
      formula: '(x − μ) / √(σ² + ε)',
      letters: [
        ...letters,
        { symbol: 'μ', meaning: '', value: 0.5 },
        { symbol: 'σ²', meaning: '', value: 4 },
        { symbol: 'ε', meaning: '', value: 1e-5 },
      ],
    }),
  ).toBe('((−2) − 0.5) / √(4 + 1e−5)')
})

it('says when rounded numbers do not add up to the rounded sum, and is silent when they do', () => {
  expect(roundingOf([0.5, 0.25], 0.75)).toBeUndefined()
  expect(roundingOf([1.00004, 1.00004, 1.00004, 1.00004, 1.00004], 5.0002)).toBeUndefined()
  expect(roundingOf([0.33333, 0.33333, 0.33333], 1)).toBe(
    'The numbers are shown with four digits; added as shown, they give 0.9999; with all their digits, 1.',
  )
})

it('says how many of the values lie in the padding, and whether a mean counts them', () => {
  const padding: Cell = { unit: null, value: 0, term: 0 }
  const patches = [patch(cell(3), padding)]
  expect(sentenceOf({ operation: 'mean', patches, divisor: 1, result: 3 })).toBe(
    'The mean of 2 values, 1 of them in the padding: their sum divided by 1, because the padding does not count.',
  )
  expect(sentenceOf({ operation: 'mean', patches, divisor: 2, result: 1.5 })).toBe(
    'The mean of 2 values, 1 of them in the padding: their sum divided by 2, because the padding counts.',
  )
  expect(sentenceOf({ operation: 'largest', patches, result: 3 })).toBe(
    'The largest of 1 value. 1 more lie in the padding, which never wins.',
  )
  expect(sentenceOf({ operation: 'sum', patches: [patch(cell(1, 2))], bias: 0, result: 2 })).toBe(
    'The sum of 1 product, plus the bias.',
  )
})

it('a maximum spells out what it chooses from, and leaves out the padding', () => {
  const padding: Cell = { unit: null, value: 0, term: 0 }
  expect(maximumOf(patch(cell(-3), padding, cell(-0.5)))).toBe('max(−3, −0.5)')
  expect(maximumOf(patch(...Array.from({ length: 25 }, (_, i) => cell(i))))).toBe('max of 25 values')
})

it('writing is white on dark cells and black on light ones', () => {
  const scale = scaleOf('diverging', { min: -1, max: 1 })
  expect([-1, 0, 1].map((value) => isDark(value, scale))).toEqual([true, false, true])
})
