import { describe, expect, it } from 'vitest'
import { gridOf } from '../../../runtime/training/grid'
import { bandOf, heightOf, levelsOf } from './levels'
import { shapeOf } from './shape'
import { triedOf, withTried, wordsOf } from './slices'
import type { Settings } from './useSurfaces'

const surface = (loss: (a: number, b: number) => number) => ({
  ...{ side: 9, reach: 1 },
  points: gridOf(9, 1).map(([a, b]) => ({ loss: loss(a, b), error: 0.5 })),
})

describe('the shape of a surface', () => {
  it('of a bowl: no way out goes down, and the basin is what lies within one nat', () => {
    const { center, lowest, halfway, edge, basin, falls } = shapeOf(surface((a, b) => 4 * (a * a + b * b)))
    expect([center.loss, lowest, falls]).toEqual([0, 0, 0])
    expect(halfway).toBeCloseTo(1, 0)
    expect(edge).toBeCloseTo(4, 0)
    // Of the 81 points 13 lie at most two steps, half of the reach, from the middle.
    expect(basin).toBe(13 / 81)
  })

  it('of ripples: some ways out go down', () => {
    const { falls } = shapeOf(surface((a) => Math.cos(8 * a)))
    expect(falls).toBeGreaterThan(0.2)
  })
})

describe('the levels', () => {
  it('are 1, 2, 5 of every power of ten between the lowest and the highest loss', () => {
    const { points } = surface((a, b) => 0.3 + 10 * (a * a + b * b))
    expect(levelsOf(points, 'loss')).toEqual([0.5, 1, 2, 5, 10, 20])
    expect(levelsOf(points, 'error')[0]).toBe(0.1)
  })

  it('hold what is no number above all others, and there is one at least', () => {
    const { points } = surface(() => 1)
    expect(levelsOf(points, 'loss')).toEqual([1])
    expect(heightOf(NaN, 'loss')).toBe(heightOf(Infinity, 'loss'))
    expect(bandOf(NaN, [1, 2])).toBe(2)
    expect([0.5, 1, 1.5, 2].map((value) => bandOf(value, [1, 2]))).toEqual([0, 1, 1, 2])
  })
})

describe('the slices so far', () => {
  const settings: Settings = {
    ...{ blocks: 1, norm: 'on', steps: 200, seed: 1, direction: 2, side: 9, reach: 1, by: 'batch' },
  }
  const [flat, steep] = [1, 4].map((size) => surface((a, b) => 0.5 + size * (a * a + b * b)))

  it('keep middle and edge of both networks, and tell which has the lower edge', () => {
    const one = triedOf(settings, { plain: steep, residual: flat })
    expect(one.plain.middle).toBe(0.5)
    expect(one.plain.edge).toBeCloseTo(4.5, 0)
    expect(one.lower).toBe('residual')
    expect(triedOf(settings, { plain: flat, residual: steep }).lower).toBe('plain')
    expect(triedOf(settings, { plain: flat, residual: flat }).lower).toBeUndefined()
    expect(wordsOf(one)).toBe('8 layers, 200 steps, seed 1, directions 2, statistics of the batch')
  })

  it('hold each setting once, the newest last', () => {
    const all = [settings, { ...settings, seed: 2 }, settings].reduce(
      (before: ReturnType<typeof withTried>, own) =>
        withTried(before, triedOf(own, { plain: flat, residual: steep })),
      [],
    )
    expect(all.map(({ settings }) => settings.seed)).toEqual([2, 1])
  })
})
