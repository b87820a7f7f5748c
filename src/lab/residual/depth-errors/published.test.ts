import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { ownDepth } from '../../../nn/totals'
import { countsWith, pointsOf, spread, trainImages } from './published'

describe('the test errors of table 6', () => {
  const points = pointsOf()

  it('belong to six networks, whose parameters are counted', () =>
    expect(points.map(({ depth, params, testError }) => [depth, params, testError])).toEqual([
      [20, 269_722, 0.0875],
      [32, 464_154, 0.0751],
      [44, 658_586, 0.0717],
      [56, 853_018, 0.0697],
      [110, 1_727_962, 0.0643],
      [1202, 19_421_274, 0.0793],
    ]))

  it('what is counted on from two small networks is what the whole ResNet-1202 has', () => {
    const graph = graphOf('cifar-resnet20', { blocks: [200, 200, 200] })
    const { trainable: params, macs } = graph.totals
    expect(countsWith(200)).toEqual({ depth: ownDepth(graph), params, macs })
    expect([params, macs]).toEqual([19_421_274, 2_829_238_912])
  }, 20_000)

  it('fall with depth, and rise at the end', () => {
    const errors = points.map(({ testError }) => testError)
    expect(errors.slice(0, 5)).toEqual(errors.slice(0, 5).toSorted((a, b) => b - a))
    expect(errors[5]).toBeGreaterThan(errors[4])
  })

  it('that of ResNet-1202 lies far beyond the spread of five trainings', () => {
    const above = points.at(-1)!.testError - spread.mean
    expect(above / spread.deviation).toBeGreaterThan(8)
  })

  it('ResNet-20 has one image for five parameters, ResNet-1202 one for almost four hundred', () => {
    expect(points[0].params / trainImages).toBeCloseTo(5.39, 2)
    expect(points[5].params / trainImages).toBeCloseTo(388.4, 1)
  })
})
