import { describe, expect, it } from 'vitest'
import { graphOf } from '../state/network'
import type { TrainedSummary } from './models'
import { chosen } from './chosen'
import { nearestTrained, trainedAddress, trainedName } from './nearest'

function model(id: string, network: string, options: TrainedSummary['options'] = {}): TrainedSummary {
  const graph = graphOf(network, options)
  return {
    id,
    network,
    options,
    title: graph.architecture.title,
    data: 'imagenette',
    classes: Array.from({ length: 10 }, (_, i) => `class ${i}`),
    testError: 0.1,
    looks: [],
    values: graph.totals.trainable + graph.totals.params.running,
    bytes: 1,
    kernels: 'int8',
  }
}

const ten = { classes: 10 }
const among = [
  model('small', 'cifar-resnet20'),
  model('large', 'resnet18', ten),
  model('google', 'googlenet-bn', ten),
]

describe('the nearest trained network', () => {
  it('is the same one with other options', () =>
    expect(nearestTrained('resnet18', {}, among)?.id).toBe('large'))

  it('is one of the family for images of the same size', () => {
    expect(nearestTrained('resnet50', {}, among)?.id).toBe('large')
    expect(nearestTrained('cifar-resnet110', {}, among)?.id).toBe('small')
    expect(nearestTrained('googlenet', {}, among)?.id).toBe('google')
  })

  it('is none where the network itself is trained, or nothing of its family', () => {
    expect(nearestTrained('resnet18', ten, among)).toBeUndefined()
    expect(nearestTrained('vgg16', {}, among)).toBeUndefined()
  })
})

it('a model is opened by its address and called by its classes', () => {
  expect(trainedAddress(among[1], 'chelsea')).toBe('#/n/resnet18?classes=10&image=chelsea&seed=1')
  const seen = { ...among[1], looks: ['chelsea', chosen.image] }
  expect(trainedAddress(seen, 'cat-1')).toBe(`#/n/resnet18?classes=10&image=${chosen.image}&seed=1`)
  expect(trainedAddress(seen, 'chelsea')).toBe('#/n/resnet18?classes=10&image=chelsea&seed=1')
  expect(trainedName(among[1])).toBe('ResNet-18, ten classes')
  expect(trainedName(among[0])).toBe('ResNet-20 (CIFAR)')
})
