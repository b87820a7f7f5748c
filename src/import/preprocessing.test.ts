import { expect, it } from 'vitest'
import { ownPreprocessing, preprocessings, preprocessingsFor, valuesIn } from './preprocessing'

it('every preparation can be written as range, mean and deviation, and these give it again', () => {
  for (const usual of [...preprocessings, ...preprocessingsFor(1)]) {
    const values = valuesIn(usual)
    const again = ownPreprocessing(values)
    expect(again.order).toBe(usual.order)
    for (const [c, scale] of usual.scale.entries()) {
      expect(again.scale[c] / scale, usual.id).toBeCloseTo(1, 4)
      expect(again.shift[c] - usual.shift[c], usual.id).toBeCloseTo(0, 4)
    }
  }
})

it('the values that people know stand in the fields', () => {
  expect(valuesIn(preprocessings.find(({ id }) => id === 'torchvision')!)).toEqual({
    range: 1,
    mean: [0.485, 0.456, 0.406],
    deviation: [0.229, 0.224, 0.225],
    order: 'rgb',
  })
  expect(valuesIn(preprocessings.find(({ id }) => id === 'caffe')!)).toMatchObject({
    range: 255,
    mean: [103.939, 116.779, 123.68],
    deviation: [1, 1, 1],
    order: 'bgr',
  })
})
