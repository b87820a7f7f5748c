import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { statisticsOf } from '../../normalization/norm-bench/norm'
import { batchOf, copiedFrom, fed, keepers, type History, mapOf, meanDifference, outputOf } from './drift'

const side = 16
const photos = [1, 2, 3].map((seed) =>
  Float32Array.from({ length: side * side }, (_, i) => 100 + 60 * Math.sin(seed * i)),
)
const copied = copiedFrom(photos, side)
const start: History = [copied]
const dark = batchOf(photos, side, 0.4)

describe('a channel whose kernel, γ and β are frozen', () => {
  it('stays where it is while the new photos are as the old ones', () => {
    const last = fed(start, batchOf(photos, side, 1), 20, false).at(-1)!
    expect(last.mean).toBeCloseTo(copied.mean, 6)
    expect(last.variance).toBeCloseTo(copied.variance, 2)
  })

  it('drifts with darker photos: after ten batches 0.9¹⁰ of the way is left', () => {
    const { mean, variance } = fed(start, dark, 10, false).at(-1)!
    const goal = statisticsOf(dark)
    expect((mean - goal.mean) / (copied.mean - goal.mean)).toBeCloseTo(0.9 ** 10, 6)
    expect(mean).toBeLessThan(copied.mean)
    expect(variance).toBeLessThan(copied.variance)
  })

  it('then answers otherwise at inference, for the same photo', () => {
    const map = mapOf(photos[0], side)
    const before = outputOf(map, copied)
    const after = outputOf(map, fed(start, dark, 10, false).at(-1)!)
    expect(meanDifference(before, after)).toBeGreaterThan(0.3)
  })

  it('does not move where the statistics are frozen too, in as many batches', () => {
    const history = fed(start, dark, 10, true)
    expect(history).toHaveLength(11)
    expect(history.at(-1)).toEqual(copied)
  })
})

it('ResNet-18 keeps 9,600 running numbers in 20 layers', () => {
  const graph = graphOf('resnet18')
  expect(keepers(graph)).toHaveLength(20)
  expect(graph.totals.params.running).toBe(9_600)
})
