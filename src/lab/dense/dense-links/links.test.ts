import { describe, expect, it } from 'vitest'
import { links, sumOfLinks } from './links'

describe('connections of a dense block', () => {
  it.each([
    [1, 1],
    [5, 15],
    [6, 21],
    [12, 78],
    [16, 136],
    [24, 300],
  ])('%i layers have %i, L(L + 1)/2', (layers, count) => {
    expect(links('dense', layers)).toHaveLength(count)
    expect(count).toBe((layers * (layers + 1)) / 2)
  })

  it('a chain has one a layer', () => expect(links('chain', 12)).toHaveLength(12))

  it('no layer reads itself or a later one', () =>
    expect(links('dense', 8).every(([from, to]) => from < to)).toBe(true))

  it('the sum is written out while it is short', () => {
    expect(sumOfLinks(5)).toBe('1 + 2 + 3 + 4 + 5 = 15')
    expect(sumOfLinks(12)).toBe('1 + 2 + … + 12 = 78')
  })
})
