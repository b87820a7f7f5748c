import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { cell, largest, rowsOf, total } from './columns'

const of = (name: string) => graphOf(name)

describe('networks of several sizes side by side', () => {
  it.each([
    ['densenet121', 121],
    ['densenet169', 169],
    ['densenet201', 201],
    ['densenet161', 161],
    ['densenet264', 265],
    ['resnet18', 18],
    ['resnet34', 34],
    ['resnet50', 50],
    ['resnet101', 101],
    ['resnet152', 152],
  ])('%s has %i layers with weights', (name, layers) => expect(total(of(name), 'layers')).toBe(layers))

  it('block 3 of DenseNet-169 leaves 14×14×1280, its transition 640 channels', () => {
    expect(cell(of('densenet169'), 'denseblock3', 'output')).toBe('14×14×1280')
    expect(cell(of('densenet169'), 'transition3', 'output')).toBe('7×7×640')
  })

  it('conv4_x of ResNet-101 has 23 blocks of three layers, its projection not counted', () =>
    expect(cell(of('resnet101'), 'conv4_x', 'layers')).toBe(69))

  it.each(['params', 'macs'] as const)('the rows of %s add up to the network', (quantity) => {
    const graph = of('densenet121')
    expect(total(graph, quantity)).toBe(quantity === 'params' ? graph.totals.trainable : graph.totals.macs)
  })

  it('the largest cell of five ResNets are the layers of conv4_x in ResNet-152; shapes have none', () => {
    const five = ['resnet18', 'resnet34', 'resnet50', 'resnet101', 'resnet152'].map(of)
    expect(largest(five, 'layers')).toBe(36 * 3)
    expect(largest(five, 'output')).toBe(0)
  })

  it('all four have the same stages', () =>
    expect(rowsOf(['densenet121', 'densenet169', 'densenet201', 'densenet264'].map(of))).toEqual(
      rowsOf([of('densenet121')]),
    ))
})
