import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { counted, type Kind, type Where } from './counted'

const many = (network: string, kinds: readonly Kind[], where: Where, options = {}) =>
  counted(graphOf(network, options), { kinds: new Set(kinds), where }).length

const weighted = ['convolution', 'dense'] as const
const boxes = ['convolution', 'dense', 'pooling', 'merge', 'normalization', 'other'] as const

describe('counting layers', () => {
  it.each([
    ['alexnet', 8],
    ['vgg16', 16],
    ['googlenet', 22],
    ['resnet18', 18],
    ['resnet152', 152],
    ['densenet121', 121],
  ])('%s has its published depth: weighted layers on the longest path', (network, depth) =>
    expect(many(network, weighted, 'path')).toBe(depth),
  )

  it('finds 27 layers in GoogLeNet with pooling, as its paper says', () =>
    expect(many('googlenet', [...weighted, 'pooling'], 'path')).toBe(27))

  it('finds 57 convolutions and 85 boxes in GoogLeNet, 97 with auxiliary classifiers', () => {
    expect(many('googlenet', ['convolution'], 'everywhere')).toBe(57)
    expect(many('googlenet', boxes, 'everywhere')).toBe(85)
    expect(many('googlenet', boxes, 'everywhere', { aux: true })).toBe(97)
  })

  it('finds 20 convolutions in ResNet-18 once its three projections count', () =>
    expect(many('resnet18', ['convolution'], 'everywhere')).toBe(20))

  it('finds nothing where nothing is asked for', () => expect(many('resnet18', [], 'path')).toBe(0))
})
