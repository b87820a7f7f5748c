import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { largest, usesOf } from './memory'

describe('where memory goes', () => {
  it('VGG-16’s largest map has 3,211,264 values, right after the first convolution', () =>
    expect(largest(graphOf('vgg16'))).toEqual({ id: 'conv1/conv1', values: 3_211_264 }))

  it('activations grow with the batch, weights do not', () => {
    const sum = (batch: number, key: 'activations' | 'weights') =>
      usesOf(graphOf('resnet18'), batch).reduce((total, use) => total + use[key], 0)
    expect(sum(8, 'activations')).toBe(8 * sum(1, 'activations'))
    expect(sum(8, 'weights')).toBe(sum(1, 'weights'))
    expect(sum(1, 'weights')).toBe(4 * graphOf('resnet18').totals.trainable)
    expect(sum(1, 'activations')).toBe(4 * graphOf('resnet18').memory.all)
  })
})
