import { describe, expect, it } from 'vitest'
import { chain, windows } from './chain'

describe('a 3×3 pool with stride 2', () => {
  it.each([
    ['floor', [112, 55, 27, 13, 6]],
    ['ceil', [112, 56, 28, 14, 7]],
    ['pad', [112, 56, 28, 14, 7]],
  ] as const)('that rounds by %s makes of 112 pixels, four times', (rounding, sizes) =>
    expect(chain(112, 4, rounding)).toEqual(sizes),
  )

  it('reaches over the edge by one pixel where it rounds up', () =>
    expect(windows(112, 'ceil').at(-1)).toEqual([110, 112]))

  it('begins before the first pixel where it is padded', () =>
    expect(windows(112, 'pad')[0]).toEqual([-1, 1]))
})
