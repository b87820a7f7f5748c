import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { costOf, points } from './points'

it('begins with ResNet-50 and ends with ResNeXt-50 32×4d', () => {
  expect(costOf(points[0]).params).toBe(graphOf('resnet50').totals.trainable)
  expect(costOf(points[4]).params).toBe(graphOf('resnext50-32x4d').totals.trainable)
})

it('keeps the price: all within four percent of ResNet-50', () => {
  const { params, macs } = costOf(points[0])
  for (const point of points) {
    expect(Math.abs(costOf(point).params / params - 1)).toBeLessThan(0.04)
    expect(Math.abs(costOf(point).macs / macs - 1)).toBeLessThan(0.06)
  }
})
