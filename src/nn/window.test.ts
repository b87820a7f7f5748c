import { describe, expect, it } from 'vitest'
import { explainPositions, explainWindow, overhang, positions, resolveWindow, windowFormula } from './window'

const axis = (kernel: number, stride: number, pad: number, dilation = 1) => ({
  kernel,
  stride,
  dilation,
  before: pad,
  after: pad,
})

describe('a window that slides', () => {
  it('of 7×7 with stride 2 and padding 3 halves 224 to 112', () =>
    expect(positions(224, axis(7, 2, 3))).toBe(112))

  it('of 3×3 with stride 2 makes 55 of 112 when it rounds down, 56 when it rounds up or has padding 1', () => {
    expect(positions(112, axis(3, 2, 0))).toBe(55)
    expect(positions(112, axis(3, 2, 0), true)).toBe(56)
    expect(positions(112, axis(3, 2, 1))).toBe(56)
  })

  it('never starts in the trailing padding, even in ceil mode', () =>
    // 7 with padding 1 and a 2×2 window of stride 2: ⌈3.5⌉ + 1 = 5, but the fifth would start at 8, past the input.
    expect(positions(7, axis(2, 2, 1), true)).toBe(4))

  it('of 3×3 with dilation 2 spans 5 pixels', () => expect(positions(9, axis(3, 1, 0, 2))).toBe(5))

  it('explains itself with the numbers', () => {
    expect(explainPositions(224, axis(7, 2, 3))).toBe('⌊(224 + 2·3 − 7)/2⌋ + 1 = 112')
    expect(explainPositions(112, axis(3, 2, 0), true)).toBe('⌈(112 − 3)/2⌉ + 1 = 56')
  })

  it('says in true arithmetic that a last window in the padding is dropped, in numbers and in letters', () => {
    expect(explainPositions(9, axis(2, 2, 1), true)).toBe('min(⌈(9 + 2·1 − 2)/2⌉ + 1, ⌈(9 + 1)/2⌉) = 5')
    const window = [axis(2, 2, 1), axis(2, 2, 1)] as const
    expect(explainWindow([9, 9, 1], window, true)).toEqual([
      'min(⌈(9 + 2·1 − 2)/2⌉ + 1, ⌈(9 + 1)/2⌉) = 5',
      'a last window that would begin beyond the map, in the padding, is dropped',
    ])
    expect(windowFormula([9, 9, 1], window, true)).toEqual([
      'H′ = min(⌈(H + 2p − d·(k − 1) − 1)/s⌉ + 1, ⌈(H + p)/s⌉)',
    ])
  })

  it('does not speak of such a window where none can be, as in the pools of GoogLeNet and ResNet', () => {
    for (const pad of [0, 1])
      expect(explainWindow([112, 112, 1], [axis(3, 2, pad), axis(3, 2, pad)], true)).toHaveLength(1)
  })

  it("with padding 'same' keeps ⌈n/s⌉ and puts the odd pixel last, as TensorFlow does", () => {
    const [vertical, horizontal] = resolveWindow([10, 9, 1], { kernel: 3, stride: 2, pad: 'same' })
    expect([vertical.before, vertical.after]).toEqual([0, 1])
    expect([horizontal.before, horizontal.after]).toEqual([1, 1])
    expect(positions(10, vertical)).toBe(5)
    expect(positions(9, horizontal)).toBe(5)
  })

  it('reaches one pixel beyond the input when 112 is pooled in ceil mode', () =>
    expect(overhang([112, 112, 64], resolveWindow([112, 112, 64], { kernel: 3, stride: 2 }), true)).toEqual([
      1, 1,
    ]))
})
