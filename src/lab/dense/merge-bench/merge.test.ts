import { describe, expect, it } from 'vitest'
import { merged, slabs } from './merge'
import { slabWords } from './words'

describe('two merges of the same tensors', () => {
  it('add keeps 64 channels, concat makes 128', () => {
    const bench = { start: 64, made: 64, layers: 1 }
    expect(merged('add', bench).channels).toBe(64)
    expect(merged('concat', bench).channels).toBe(128)
  })

  it('3 + 2·10 = 23 channels leave two concatenating layers', () =>
    expect(merged('concat', { start: 3, made: 10, layers: 2 }).channels).toBe(23))

  it('later layers cost more where everything is kept: 9·64·64 and 9·128·64', () =>
    expect(merged('concat', { start: 64, made: 64, layers: 2 }).weights).toBe(9 * 64 * 64 + 9 * 128 * 64))

  it('an addition of 3 and 10 channels is refused, a concatenation is not', () => {
    const bench = { start: 3, made: 10, layers: 1 }
    expect(merged('add', bench).problem).toContain('28×28×3 against 28×28×10')
    expect(merged('concat', bench).problem).toBeUndefined()
  })

  it.each(['add', 'concat'] as const)('%s draws as many slabs as channels leave', (how) => {
    const bench = { start: 12, made: 12, layers: 3 }
    expect(slabs(how, bench)).toHaveLength(merged(how, bench).channels)
  })

  it('every slab of a sum holds all tensors, every slab of a concatenation one', () => {
    const bench = { start: 2, made: 2, layers: 1 }
    expect(slabs('add', bench)).toEqual([
      [0, 1],
      [0, 1],
    ])
    expect(slabs('concat', bench)).toEqual([[0], [0], [1], [1]])
  })

  it('a slab says its shape and where it comes from; that of a sum, what was added', () => {
    const bench = { start: 16, made: 12, layers: 2 }
    expect(slabWords([0], 16, bench)).toBe('x, 28×28×16: the input, unchanged.')
    expect(slabWords([1], 12, bench)).toBe(
      'f₁, 28×28×12: the output of layer 1, which reads the 16 channels of x.',
    )
    expect(slabWords([2], 12, bench)).toBe(
      'f₂, 28×28×12: the output of layer 2, which reads all 28 channels to its left.',
    )
    expect(slabWords([0, 1, 2], 16, bench)).toBe('28×28×16: every channel is a sum of x, f₁ and f₂.')
  })
})
