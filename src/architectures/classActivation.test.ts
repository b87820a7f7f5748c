import { describe, expect, it } from 'vitest'
import { resolve } from './index'
import { build } from '../nn/build'
import { averagingHead, classActivation } from '../nn/classActivation'

const head = (network: string, options = {}) => averagingHead(build(resolve(network, options).architecture))

describe('a head that averages', () => {
  it.each([
    ['resnet18', 'conv5_x/block2/relu2', 'fc/fc'],
    ['googlenet', 'inception_5b/concat', 'fc/fc'],
    ['googlenet-bn', 'inception_5b/concat', 'fc/fc'],
    ['densenet121', 'avgpool/relu', 'fc/fc'],
    ['cifar-resnet20', 'stage3/block3/relu2', 'fc/fc'],
  ])('%s ends in one, behind %s', (network, maps, scores) => {
    expect(head(network)).toEqual({ maps: maps, scores, hasBias: true })
  })

  it.each(['alexnet', 'vgg16', 'lenet5', 'sppnet', 'lenet5-1998'])('%s has none', (network) =>
    expect(head(network)).toBeUndefined(),
  )

  it('is gone where the maps are unrolled instead of averaged', () =>
    expect(head('googlenet', { head: 'flatten' })).toBeUndefined())
})

it('the mean of a class activation map is the score less the bias, and its channels add up to it', () => {
  const shape = [2, 3, 2] as const
  const values = Float32Array.from({ length: 12 }, (_, i) => i)
  const { map, mean, channels, height, width } = classActivation(values, shape, Float32Array.of(2, -1))
  expect([height, width]).toEqual([2, 3])
  // 2·0 − 1, 2·2 − 3, 2·4 − 5, …
  expect([...map]).toEqual([-1, 1, 3, 5, 7, 9])
  expect(mean).toBe(4)
  // 2 × (0 + 2 + … + 10)/6 and −1 × (1 + 3 + … + 11)/6
  expect(channels[0]).toBeCloseTo(10, 5)
  expect(channels[1]).toBeCloseTo(-6, 5)
})
