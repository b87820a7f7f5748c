import { describe, expect, it } from 'vitest'
import { isRight, letterOf, numberBars, numberOf, optionBars, voted, votesIn } from './tally'

describe('votes of the room', () => {
  it('are counted up and down, and never below none', () => {
    const two = voted(voted({}, '0'), '0')
    expect(two).toEqual({ '0': 2 })
    expect(voted(voted(voted(two, '0', -1), '0', -1), '0', -1)).toEqual({})
  })

  it('for options stand in their order, with bars for all of them', () => {
    expect(optionBars({ '2': 3, '0': 1 }, ['2', '1', '0'])).toEqual([
      { what: '2', votes: 3, share: 0.75 },
      { what: '1', votes: 0, share: 0 },
      { what: '0', votes: 1, share: 0.25 },
    ])
    expect(optionBars({}, ['0'])[0].share).toBe(0)
  })

  it('for numbers stand by size, however they were typed', () => {
    expect(numberBars({ '1,024': 1, '64': 2, '256': 1 }).map(({ what }) => what)).toEqual([
      '64',
      '256',
      '1,024',
    ])
  })

  it.each([
    ['480', 480],
    ['1,024', 1024],
    ['-3.5', -3.5],
    ['', null],
    ['many', null],
  ])('a typed %j is the number %s', (text, value) => expect(numberOf(text)).toBe(value))

  it('are held against the computed answer as an answer of a reader is', () => {
    expect(isRight('1,024', 1024)).toBe(true)
    expect(isRight('1000', 1024)).toBe(false)
  })

  it('are counted together', () => {
    expect(votesIn({ '0': 3, '2': 1 })).toBe(4)
    expect(votesIn({})).toBe(0)
  })

  it('have letters', () => expect([0, 3].map(letterOf)).toEqual(['A', 'D']))
})
