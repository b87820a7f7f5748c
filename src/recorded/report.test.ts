import { expect, it } from 'vitest'
import { runsIn } from '../../tools/zoo.mjs'
import {
  type AmountReport,
  amountsOf,
  classesOf,
  seedsOf,
  spreadOf,
  trainingOf,
  type TransferReport,
} from './report'

const {
  transfers: [transfer],
  amounts: [amount],
} = runsIn('public/runs') as unknown as {
  readonly transfers: readonly TransferReport[]
  readonly amounts: readonly AmountReport[]
}

const result = (way: string, each: number, seed: number, error: number | null) => ({ way, each, seed, error })
const report: TransferReport = {
  network: 'cifar-resnet20',
  title: 'ResNet-20',
  source: ['cat'],
  target: ['dog'],
  trunk: { error: 0.1 },
  ways: [{ name: 'scratch', copies: false, frozen: [], rate: 0.2 }],
  steps: { 5: 60, 50: 100 },
  batch: 64,
  testImages: 10,
  date: '2026-01-01',
  machine: 'one thread',
  results: [
    result('scratch', 50, 1, 0.5),
    result('scratch', 50, 2, 0.3),
    result('scratch', 50, 3, null),
    result('scratch', 5, 1, 0.7),
  ],
}

it('the seeds of a way with an amount become mean, least and most', () => {
  expect(spreadOf(report, 'scratch', 50)).toEqual({ mean: 0.4, least: 0.3, most: 0.5, seeds: 2 })
  expect(spreadOf(report, 'scratch', 500)).toBeUndefined()
})

it('amounts go from the fewest images', () => expect(amountsOf(report)).toEqual([5, 50]))

it('the seeds of points are counted, from the fewest to the most', () => {
  expect(seedsOf(report)).toBe('1 to 2')
  expect(seedsOf({ ...report, results: [result('scratch', 5, 1, 0.7), result('scratch', 50, 1, 0.5)] })).toBe(
    '1',
  )
})

it('classes are counted in either kind of report', () => {
  expect([classesOf(transfer), classesOf(amount)]).toEqual([4, 10])
})

it('few images are seen hundreds of times, the most only a few times', () => {
  expect(trainingOf(transfer, 5, 4)).toEqual({ steps: 60, passes: 192 })
  expect(trainingOf(transfer, 2500, 4)).toEqual({ steps: 400, passes: 2.56 })
  expect(trainingOf(amount, 5000, 10).passes).toBeCloseTo(4.1, 2)
})
