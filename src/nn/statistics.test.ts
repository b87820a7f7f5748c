import { describe, expect, it } from 'vitest'
import { binsOver, statisticsOf } from './statistics'

const of = (values: readonly number[], channels = 1) => statisticsOf(Float32Array.from(values), channels)

describe('statistics', () => {
  it('of 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and standard deviation 2', async () =>
    expect(await of([2, 4, 4, 4, 5, 5, 7, 9])).toMatchObject({
      ...{ count: 8, min: 2, max: 9, mean: 5, deviation: 2, zeros: 0 },
    }))

  it('count a channel as dead only when it is zero at every position', async () => {
    // Positions (1, 0, 0), (0, 0, 2): the middle channel is dead.
    const found = await of([1, 0, 0, 0, 0, 2], 3)
    expect(found.dead).toEqual([1])
    expect(found.zeros).toBe(4)
  })

  it('leave out what is infinite or not a number, and count it', async () => {
    const found = await of([NaN, 1, Infinity, 3, -Infinity], 1)
    expect(found).toMatchObject({ count: 5, min: 1, max: 3, mean: 2, deviation: 1, nan: 1, infinite: 2 })
    expect(found.histogram.counts.reduce((a, b) => a + b)).toBe(2)
  })

  it('of nothing finite have no mean, and a channel that is not a number is not dead', async () => {
    const found = await of([NaN, NaN])
    expect(found.mean).toBeNaN()
    expect(found.deviation).toBeNaN()
    expect(found.dead).toEqual([])
    expect(found.histogram.counts).toEqual([])
  })

  it('keep a small deviation beside a large mean', async () =>
    expect((await of([8192, 8192.5, 8193])).deviation).toBeCloseTo(Math.sqrt(1 / 6), 6))

  it('are the same in one chunk and in many, and pause between them', async () => {
    let pauses = 0
    const values = new Float32Array(700_000).map((_, i) => (i % 7) - 3)
    const found = await statisticsOf(values, 1, async () => {
      pauses++
    })
    // Seven values from −3 to 3: their squares are 28 / 7 = 4.
    expect(found.deviation).toBeCloseTo(2, 9)
    expect(found.mean).toBeCloseTo(0, 9)
    expect(pauses).toBeGreaterThan(3)
  })

  it('stop where the pause rejects', () =>
    expect(
      statisticsOf(new Float32Array(10).fill(1), 1, () => Promise.reject(new Error('gone'))),
    ).rejects.toThrow('gone'))
})

describe('a histogram', () => {
  it('has round edges, and zero is one of them', () => {
    const { from, step, bins } = binsOver(-3.1, 3.2)
    expect([from, step, bins]).toEqual([-3.2, 0.2, 33].map((value) => expect.closeTo(value, 9)))
    expect(Number.isInteger(Math.round(from / step))).toBe(true)
  })

  it('holds every value that is not zero once, the largest too', async () => {
    const { histogram } = await of([0, 0, 1, 2, 3, 32])
    expect(histogram.counts.reduce((a, b) => a + b)).toBe(4)
    expect(histogram.counts[1]).toBe(1)
    expect(histogram.counts.at(-1)).toBe(1)
  })

  it('of one value repeated is one bin', async () => {
    const { histogram } = await of([0.25, 0.25])
    expect(histogram.counts).toEqual([2])
    expect(histogram.from).toBeLessThanOrEqual(0.25)
    expect(histogram.from + histogram.step).toBeGreaterThan(0.25)
  })
})
