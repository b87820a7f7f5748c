import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { whyUntrainable } from '../../../runtime/training/trainable'
import { modelNames, normsOfModel } from './models'
import { answerOf, binned, changedIn, channelOf, rightOf, shiftOf, summaryOf } from './statistics'
import { entriesOf, networkOf } from './race'

const values = Float32Array.from([1, -10, 3, -20, 5, -30])

it('a channel is every value of its own, the innermost axis', () => {
  expect([...channelOf(values, 2, 0)]).toEqual([1, 3, 5])
  expect([...channelOf(values, 2, 1)]).toEqual([-10, -20, -30])
  expect(channelOf(values, 2, null)).toBe(values)
})

it('a summary has mean, deviation and the share that a ReLU cuts', () => {
  const { mean, deviation, below } = summaryOf(Float32Array.from([1, 3, 5, -1]))
  expect([mean, below]).toEqual([2, 0.25])
  expect(deviation).toBeCloseTo(Math.sqrt(5), 6)
})

describe('a histogram', () => {
  it('has every value in one of its bars, also those far away', () => {
    const bins = binned(Float32Array.from([...Array<number>(999).fill(0), 1000]))
    expect(bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6)
    expect(bins.at(-1)!.share).toBeCloseTo(0.001, 6)
  })

  it('of equal values has bars, too', () =>
    expect(binned(new Float32Array(10)).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6))
})

it('a shift is the distance of the means in standard deviations, on average over channels', () => {
  const stored = {
    gamma: new Float32Array(2),
    beta: new Float32Array(2),
    mean: Float32Array.from([0, 1]),
    variance: Float32Array.from([4, 1]),
  }
  expect(shiftOf({ mean: Float32Array.from([4, 0]) }, stored)).toBeCloseTo((2 + 1) / 2, 4)
  expect(shiftOf(stored, stored)).toBe(0)
})

it('answers are counted against what is drawn', () => {
  const shares = Float32Array.from([0.7, 0.3, 0.4, 0.6, 0.9, 0.1])
  expect([0, 1, 2].map((i) => answerOf(shares, 3, i))).toEqual([0, 1, 0])
  expect(rightOf(shares, [0, 1, 1])).toBe(2)
})

it('a number has changed where one bit has, and nothing else counts', () => {
  const before = Float32Array.from([0, 1, NaN])
  expect(changedIn(before, before.slice())).toBe(0)
  expect(changedIn(before, Float32Array.from([-0, 1 + 2 ** -23, NaN]))).toBe(2)
})

it.each(modelNames)('%s can be run in training mode here, and has normalizations', (name) => {
  expect(whyUntrainable(graphOf(name))).toBeUndefined()
  expect(normsOfModel(name).length).toBeGreaterThan(10)
})

it('every rate of a race is run three times, twice with normalization', () => {
  const race = { kind: 'plain', blocks: 1, rates: [0.01, 1], seed: 1 } as const
  expect(entriesOf(race)).toHaveLength(6)
  expect(networkOf(race, 'without').totals.params.batchNorm).toBe(0)
  expect(networkOf(race, 'noise')).toBe(networkOf(race, 'with'))
})
