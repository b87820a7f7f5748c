import { expect, it } from 'vitest'
import { costOf, input, paper } from './path'

it('counts the 5×5 path of block 3a with and without its 1×1, as gold has it', () => {
  expect([...input, paper]).toEqual([28, 28, 192, { kernel: 5, filters: 32, reduce: 16 }])
  expect(costOf({ ...paper, reduce: 0 }).macs).toBe(120_422_400)
  expect(costOf(paper).macs).toBe(12_443_648)
  expect(costOf({ ...paper, reduce: 0 }).macs / costOf(paper).macs).toBeCloseTo(9.68, 2)
})

it('adds the price of the 1×1 to that of the window', () => {
  const { reduce, conv, macs, weights } = costOf(paper)
  expect(reduce.macs + conv.macs).toBe(macs)
  expect([reduce.weights, conv.weights, weights]).toEqual([192 * 16, 25 * 16 * 32, 192 * 16 + 25 * 16 * 32])
})

it('saves up to 154 channels and no further', () => {
  const direct = costOf({ ...paper, reduce: 0 }).macs
  expect(costOf({ ...paper, reduce: 154 }).macs).toBeLessThan(direct)
  expect(costOf({ ...paper, reduce: 155 }).macs).toBeGreaterThan(direct)
})
