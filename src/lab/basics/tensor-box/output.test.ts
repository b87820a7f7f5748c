import { describe, expect, it } from 'vitest'
import { outputOf, type Plan, type Unseen, unseenInWords, unseenOf } from './output'

const stem = { size: 224, from: 3, kernel: 7, stride: 2, pad: 3, filters: 64 }

describe('the size of an output', () => {
  it('of the 7×7 with stride 2 on 224 pixels is 112: 111.5 steps are rounded down, and one is added', () =>
    expect(outputOf(stem)).toEqual({ shape: [112, 112, 64], steps: 111.5, problem: null }))

  it('stays that of the input under a 3×3 with padding 1', () =>
    expect(outputOf({ ...stem, kernel: 3, stride: 1, pad: 1 }).shape).toEqual([224, 224, 64]))

  it('does not exist where the window is larger than the padded input', () =>
    expect(outputOf({ ...stem, size: 5, pad: 0 }).problem).toMatch(/7/))
})

/** Every row of the padded input is marked where a window stands on it. */
function marked({ size, kernel, stride, pad }: Plan): Unseen {
  const seen = new Array<boolean>(size + 2 * pad).fill(false)
  for (let at = 0; at + kernel <= seen.length; at += stride) seen.fill(true, at, at + kernel)
  const far = seen.lastIndexOf(true)
  const unseen = seen.flatMap((is, row) => (is ? [] : [row]))
  const ofInput = unseen.filter((row) => row >= pad && row < pad + size)
  return {
    between: ofInput.filter((row) => row < far).length,
    edge: ofInput.filter((row) => row > far).length,
    padding: unseen.length - ofInput.length,
  }
}

describe('the rows that no window sees', () => {
  it('are those that marking leaves out, for every window, stride, padding and some sizes', () => {
    const plans: Plan[] = []
    for (const size of [4, 5, 6, 7, 13, 31, 32, 224])
      for (let kernel = 1; kernel <= 11; kernel++)
        for (let stride = 1; stride <= 4; stride++)
          for (let pad = 0; pad <= 5; pad++) {
            const plan = { ...stem, size, kernel, stride, pad }
            if (kernel <= size + 2 * pad) plans.push(plan)
          }
    expect(plans.length).toBeGreaterThan(1900)
    expect(plans.map(unseenOf)).toEqual(plans.map(marked))
  })

  it('of the first layer of GoogLeNet and ResNet is one, and it lies in the padding', () => {
    expect(unseenOf(stem)).toEqual({ between: 0, edge: 0, padding: 1 })
    expect(unseenInWords(unseenOf(stem))).toBe(
      'The window covers every row of the input; one row of the padding is left out.',
    )
  })

  it('are every second one under a 1×1 with stride 2, as in a projection of ResNet', () => {
    const projection = { ...stem, size: 56, kernel: 1, stride: 2, pad: 0 }
    expect(unseenOf(projection)).toEqual({ between: 27, edge: 1, padding: 0 })
    expect(unseenInWords(unseenOf(projection))).toBe(
      'The window never sees 27 rows between its positions and one row at the far edge.',
    )
  })

  it('are none where the steps come out even', () =>
    expect(unseenInWords(unseenOf({ ...stem, kernel: 3, stride: 1, pad: 1 }))).toBe(
      'The window covers every row at some position.',
    ))

  it('have no number where the window does not fit', () =>
    expect(() => unseenOf({ ...stem, size: 4, kernel: 11, pad: 0 })).toThrow(/does not fit/))
})
