import { describe, expect, it } from 'vitest'
import { beyondWords, cutWords, reaching, spaced } from './axis'

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

describe('the numbers of an axis', () => {
  const given = { x: { label: 'epoch' }, y: { label: 'error', ticks: 4 } }

  it('stand as the library sets them in a text of a page', () =>
    expect(spaced(given, 18)).toEqual({
      x: { label: 'epoch', tickPadding: 3 },
      y: { label: 'error', ticks: 4, tickSpacing: 35 },
    }))

  it('stand further apart in a large text, and further from the other axis', () => {
    const { x, y } = spaced(given, 36)
    expect(y?.tickSpacing).toBeGreaterThan(1.5 * 36)
    expect(x?.tickPadding).toBeGreaterThan(10)
    expect(spaced({}, 36)).toEqual({})
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

describe('an axis that goes along with its lines', () => {
  const lines = (...newest: number[]) => newest.map((value) => ({ name: 'run', values: [99, value] }))

  it('ends where it was meant to while they are within', () => {
    expect(reaching([{ name: 'run', values: [] }], 2.5)).toBe(2.5)
    expect(reaching(lines(0.3, 2.5), 2.5)).toBe(2.5)
  })

  it('is lengthened to the newest value above, and no further for one that runs away', () => {
    expect(reaching(lines(0.3, 2.6), 2.5)).toBe(5)
    expect(reaching(lines(8.24), 2.5)).toBe(10)
    expect(reaching(lines(1e9, 0.3), 2.5)).toBe(10)
    expect(reaching(lines(NaN, Infinity, 0.3), 2.5)).toBe(2.5)
  })
})
