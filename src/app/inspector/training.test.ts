import { expect, it } from 'vitest'
import { readRoute } from '../route/route'
import { trainingOf } from './training'

it('a small network leads to the lab that trains it, with its options and edits', () => {
  const said = (...of: Parameters<typeof trainingOf>) => {
    const route = readRoute(trainingOf(...of)!)
    return route.page === 'lab' ? route.said : undefined
  }
  expect(said('cifar-resnet20', {}, {})).toEqual({ net: 'cifar-resnet20', size: '32' })
  expect(said('cifar-resnet20', { width: 8, classes: 100 }, {})).toEqual({
    net: 'cifar-resnet20?width=8',
    size: '32',
  })
  const edited = said('cifar-resnet20', {}, { 'conv1/conv': { kernel: 5 } })
  expect(edited?.net).toBe('cifar-resnet20?edit=conv1%2Fconv.kernel%3A5')
})

it('one that takes hours, or is not trained in a page, leads nowhere', () => {
  for (const network of ['vgg16', 'resnet152', 'cifar-resnext29-8x64d', 'mobilenetv2', 'googlenet'])
    expect([network, trainingOf(network, {}, {})]).toEqual([network, undefined])
})
