import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { denseShare, partsOf } from './parts'

describe('where parameters and compute are', () => {
  it('fully connected layers hold 89.4% of VGG-16’s parameters and do 0.8% of its work', () => {
    expect(denseShare(graphOf('vgg16'), 'params')).toBeCloseTo(0.894, 3)
    expect(denseShare(graphOf('vgg16'), 'macs')).toBeCloseTo(0.008, 3)
  })

  it('and 96.2% against 8.1% in AlexNet', () => {
    expect(denseShare(graphOf('alexnet'), 'params')).toBeCloseTo(0.962, 3)
    expect(denseShare(graphOf('alexnet'), 'macs')).toBeCloseTo(0.081, 3)
  })

  it.each(['alexnet', 'vgg16', 'googlenet', 'resnet18', 'densenet121'])(
    'the parts of %s add up to it',
    (name) => {
      const graph = graphOf(name)
      const parts = partsOf(graph)
      expect(parts.reduce((sum, { params }) => sum + params, 0)).toBe(graph.totals.trainable)
      expect(parts.reduce((sum, { macs }) => sum + macs, 0)).toBe(graph.totals.macs)
    },
  )
})
