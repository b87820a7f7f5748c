import { expect, it } from 'vitest'
import { runsIn } from '../../tools/zoo.mjs'
import type { History } from './history'
import type { ShiftReport } from './shift'

/** What the lessons on batch normalization say of our runs, checked in the recorded files. */
const { runs, shifts } = runsIn('public/runs') as unknown as {
  readonly runs: readonly History[]
  readonly shifts: readonly ShiftReport[]
}
const recorded = (name: string) => runs.find(({ run }) => run.name === name)!
const inLastEpoch = (name: string) => recorded(name).epochs.at(-1)!.trainError!

it('noise after every normalization costs accuracy, but less than doing without normalization', () => {
  expect(inLastEpoch('rate-plain20-bn-0.1')).toBeCloseTo(1 / 2, 1)
  expect(inLastEpoch('noise-plain20-0.1')).toBeCloseTo(2 / 3, 1)
  expect(inLastEpoch('rate-plain20-nobn-0.1')).toBeCloseTo(0.9, 2)
})

it('with normalization the plain network learns at every rate; without it only at the smallest, and slowly', () => {
  for (const rate of ['0.01', '0.1', '0.5', '2'])
    expect(inLastEpoch(`rate-plain20-bn-${rate}`)).toBeLessThan(0.8)
  expect(inLastEpoch('rate-plain20-nobn-0.01')).toBeGreaterThan(inLastEpoch('rate-plain20-bn-0.01'))
  expect(inLastEpoch('rate-plain20-nobn-0.01')).toBeLessThan(0.8)
})

it('the residual network diverges without normalization at every rate, and learns nothing at two with it', () => {
  for (const rate of ['0.01', '0.1', '0.5', '2'])
    expect(recorded(`rate-resnet20-nobn-${rate}`).epochs).toHaveLength(1)
  for (const rate of ['0.5', '2']) expect(inLastEpoch(`rate-resnet20-bn-${rate}`)).toBeCloseTo(0.9, 1)
})

it('new statistics undo nearly all of the harm in the dark, and do some in the usual light', () => {
  const [{ points }] = shifts
  const [usual, darkest] = [1, 0.15].map((light) => points.find(({ factor }) => factor === light)!)
  expect(darkest.anew - usual.kept).toBeLessThan(0.05 * (darkest.kept - usual.kept))
  expect([usual.kept, usual.anew].map((error) => (100 * error).toFixed(1))).toEqual(['13.2', '15.9'])
})
