import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { audit, positionsOf, printed, readTable, type Row } from './audit'
import { example } from './example'

const rowsOf = (text: string): readonly Row[] =>
  readTable(text, 1024).map((line) => {
    if ('problem' in line) throw new Error(line.problem)
    return line.row
  })

describe('the ratio test', () => {
  it('finds 4c, 4d and 5b in the table of GoogLeNet', () =>
    expect(
      rowsOf(example)
        .map(audit)
        .filter(({ verdict }) => verdict === 'wrong')
        .map(({ name }) => name),
    ).toEqual(['4c', '4d', '5b']))

  it('gives 211 for 4c, where 14·14 = 196', () => {
    const row = audit(rowsOf(example).find(({ name }) => name === '4c')!)
    expect([Math.round(row.ratio), row.positions]).toEqual([211, 196])
  })

  it('does not see 5a, where both numbers are wrong alike', () => {
    const row = rowsOf(example).find(({ name }) => name === '5a')!
    expect(audit(row).verdict).toBe('fits')
    const counted = graphOf('googlenet').group('inception_5a').totals
    expect(row.params.value / counted.params.weights - 1).toBeGreaterThan(0.05)
    expect(row.macs.value / counted.macs - 1).toBeGreaterThan(0.05)
  })

  it('blames the rounding where one digit is printed', () =>
    expect(audit(rowsOf('linear | 1 | 1000K | 1M')[0]).verdict).toBe('rounding'))
})

describe('reading a table', () => {
  it.each([
    ['2.7K', 2764.8, 51.2],
    ['34M', 34e6, 0.5e6],
    ['1.5G', 1.5e9, 0.05e9],
    ['163,328', 163_328, 0],
  ])('%s', (text, value, half) => {
    const number = printed(text, 1024)!
    expect(number.value).toBeCloseTo(value)
    expect(number.high - number.value).toBeCloseTo(half)
  })

  it.each([
    ['28×28×256', 784],
    ['28x14', 392],
    ['7', 49],
    ['wide', undefined],
  ])('%s', (text, positions) => expect(positionsOf(text)).toBe(positions))

  it('takes tabs, bars, semicolons and wide gaps', () =>
    expect(
      rowsOf('a\t7\t1K\t2M\n| b | 7 | 1K | 2M |\nc; 7; 1K; 2M\nd  7  1K  2M').map(({ name }) => name),
    ).toEqual(['a', 'b', 'c', 'd']))

  it.each([
    ['a | 7 | 1K', 'four cells'],
    ['a | wide | 1K | 2M', 'not a size'],
    ['a | 7 | many | 2M', 'should be numbers'],
  ])('says what is wrong with %s', (text, problem) =>
    expect(readTable(text, 1000)[0]).toMatchObject({ problem: expect.stringContaining(problem) }),
  )
})
