import { describe, expect, it } from 'vitest'
import { batchOf, normalized, statisticsOf, updated } from './norm'

const four = [1, 2, 3, 4]

describe('batch normalization of 1, 2, 3, 4', () => {
  it('has mean 2.5 and variance 1.25', () =>
    expect(statisticsOf(four)).toEqual({ mean: 2.5, variance: 1.25 }))

  it('gives ±1.3416 and ±0.4472', () =>
    expect(normalized(four, statisticsOf(four)).map((value) => value.toFixed(4))).toEqual([
      '-1.3416',
      '-0.4472',
      '0.4472',
      '1.3416',
    ]))

  it('is undone by γ = √1.25 and β = 2.5', () =>
    normalized(four, statisticsOf(four), { gamma: Math.sqrt(1.25), beta: 2.5, epsilon: 0 }).forEach(
      (value, i) => expect(value).toBeCloseTo(four[i], 12),
    ))

  it('moves the running statistics from 0 and 1 to 0.25 and 1.0667 with momentum 0.1', () => {
    const { mean, variance } = updated({ mean: 0, variance: 1 }, four, 0.1)
    expect(mean).toBeCloseTo(0.25, 10)
    expect(variance).toBeCloseTo(1.0667, 4)
    expect(normalized([4], { mean, variance })[0]).toBeCloseTo(3.6309, 3)
  })

  it('of a single value gives β, whatever the value', () => {
    for (const value of [-3, 0, 17])
      expect(normalized([value], statisticsOf([value]), { beta: 0.7 })).toEqual([0.7])
  })
})

describe('the batch of the bench', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(batchOf(16, 1)).toEqual(batchOf(16, 1))
    expect(batchOf(16, 1)).not.toEqual(batchOf(16, 2))
  })
})
