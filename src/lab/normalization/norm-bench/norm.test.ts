import { describe, expect, it } from 'vitest'
import {
  batchOf,
  binned,
  decimals,
  epsilons,
  fresh,
  given as four,
  normalized,
  statisticsOf,
  unbiasedOf,
  undone,
  updated,
} from './norm'

describe('batch normalization of 1, 2, 3, 4', () => {
  it('has mean 2.5 and variance 1.25', () =>
    expect(statisticsOf(four)).toEqual({ mean: 2.5, variance: 1.25 }))

  it('gives ±1.3416 and ±0.4472', () =>
    expect(normalized(four, statisticsOf(four)).map(decimals)).toEqual([
      '−1.3416',
      '−0.4472',
      '0.4472',
      '1.3416',
    ]))

  it('is undone by γ = √1.25 and β = 2.5', () =>
    normalized(four, statisticsOf(four), { gamma: Math.sqrt(1.25), beta: 2.5, epsilon: 0 }).forEach(
      (value, i) => expect(value).toBeCloseTo(four[i], 12),
    ))

  it('counts as undone with γ = 1.118, but not with the variance as γ, nor with half of the pair', () => {
    const pair = (gamma: number, beta: number) =>
      undone(four, normalized(four, statisticsOf(four), { gamma, beta }))
    expect(pair(1.118, 2.5)).toMatchObject({ is: true })
    expect(pair(1.118, 2.5).difference).toBeLessThan(0.0001)
    expect(pair(1.25, 2.5).is).toBe(false)
    expect(pair(1.118, 0).difference).toBeCloseTo(2.5, 3)
    expect(pair(1, 0).is).toBe(false)
  })

  it('moves the running statistics from 0 and 1 to 0.25 and 1.0667 with momentum 0.1', () => {
    const { mean, variance } = updated(fresh, four, 0.1)
    expect(mean).toBeCloseTo(0.25, 10)
    expect(unbiasedOf(four)).toBeCloseTo(5 / 3, 12)
    expect(decimals(variance)).toBe('1.0667')
    expect(decimals(normalized([4], { mean, variance })[0])).toBe('3.6309')
  })

  it('of a single value gives β, whatever the value', () => {
    for (const value of [-3, 0, 17])
      expect(normalized([value], statisticsOf([value]), { beta: 0.7 })).toEqual([0.7])
  })

  it('gives a variance of 1.25/(1.25 + ε), so a large ε is seen', () => {
    for (const epsilon of epsilons)
      expect(statisticsOf(normalized(four, statisticsOf(four), { epsilon })).variance).toBeCloseTo(
        1.25 / (1.25 + epsilon),
        10,
      )
  })
})

describe('what can be set', () => {
  it('ε goes from 10⁻⁵ to 1, in steps of about twice', () => {
    expect(epsilons[0]).toBe(1e-5)
    expect(epsilons.at(-1)).toBe(1)
    epsilons
      .slice(1)
      .forEach((value, i) => expect([2, 2.5]).toContain(Number((value / epsilons[i]).toFixed(6))))
  })
})

describe('the batch of the bench', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(batchOf(16, 1)).toEqual(batchOf(16, 1))
    expect(batchOf(16, 1)).not.toEqual(batchOf(16, 2))
  })

  it('is counted whole by the bars, whatever lies beyond them', () => {
    const bars = binned([-100, ...batchOf(256, 3), 100])
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(258)
    expect([bars[0], bars.at(-1)]).toEqual([
      { from: -6, to: -5.5, count: 1 },
      { from: 9.5, to: 10, count: 1 },
    ])
  })
})

it('a number that rounds to nothing has no sign', () => {
  expect(decimals(-0.00002)).toBe('0.0000')
  expect(decimals(-0.00005)).toBe('−0.0001')
})
