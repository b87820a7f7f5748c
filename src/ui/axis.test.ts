import { describe, expect, it } from 'vitest'
import { beyondWords, cutWords } from './axis'

describe('an axis that does not begin at zero', () => {
  it('says where it begins', () => {
    expect(cutWords({ type: 'linear', domain: [55, 83] })).toBe('axis from 55')
    expect(cutWords({ type: 'linear', domain: [0.05, 0.2] }, '.0%')).toBe('axis from 5%')
    expect(cutWords({ type: 'linear', domain: [-9, -2] })).toBe('axis from −2')
  })

  it('needs no word where zero is on it, or where it is logarithmic or of names', () => {
    expect(cutWords({ type: 'linear', domain: [0, 1] })).toBeUndefined()
    expect(cutWords({ type: 'linear', domain: [-1, 1] })).toBeUndefined()
    expect(cutWords({ type: 'log', domain: [1e-6, 1] })).toBeUndefined()
    expect(cutWords({ type: 'point', domain: ['a', 'b'] })).toBeUndefined()
  })
})

describe('a line beyond the end of its axis', () => {
  const lines = [
    { name: 'training', values: [0.3, 0.06] },
    { name: 'test', values: [0.5, 12.616, NaN, Infinity] },
  ]

  it('is told with how far it goes', () => {
    expect(beyondWords(lines, [0, 1], (value) => value.toFixed(2))).toBe('test ↑ 12.62')
    expect(beyondWords([{ name: 'curve', values: [-8, 9] }], [-1.6, 1.6], String)).toBe(
      'curve ↑ 9\ncurve ↓ -8',
    )
  })

  it('is not told where there is none', () => expect(beyondWords(lines, [0, 13], String)).toBeUndefined())
})
