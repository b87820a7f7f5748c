import { describe, expect, it } from 'vitest'
import { outputOf } from './output'

const stem = { size: 224, from: 3, kernel: 7, stride: 2, pad: 3, filters: 64 }

describe('the size of an output', () => {
  it('of the 7×7 with stride 2 on 224 pixels is 112: 111.5 steps are rounded down, and one is added', () =>
    expect(outputOf(stem)).toEqual({ shape: [112, 112, 64], steps: 111.5, left: 1, problem: null }))

  it('stays that of the input under a 3×3 with padding 1', () =>
    expect(outputOf({ ...stem, kernel: 3, stride: 1, pad: 1 }).shape).toEqual([224, 224, 64]))

  it('does not exist where the window is larger than the padded input', () =>
    expect(outputOf({ ...stem, size: 5, pad: 0 }).problem).toMatch(/7/))
})
