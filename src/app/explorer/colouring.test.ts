import { expect, it } from 'vitest'
import { colouringOf } from './colouring'
import { graphOf } from '../state/network'

const shares = (id: string, open: string[], colour: 'macs' | 'parameters' | 'field') => {
  const colouring = colouringOf(graphOf(id, {}), new Set(open), colour)
  if (colouring?.by !== 'amount') throw new Error('no amounts')
  return colouring
}

it('gives the part with the most the full colour: fc1 has most of the parameters of VGG-16', () => {
  const { shares: of } = shares('vgg16', [], 'parameters')
  expect([...of].filter(([, share]) => share === 1).length).toBeGreaterThan(0)
  expect(of.get('conv1')).toBeLessThan(0.01)
})

it('counts a roll as the sum of its blocks', () => {
  const { shares: of } = shares('resnet152', ['conv4_x'], 'macs')
  expect(of.get('conv4_x/block2..block36')! / of.get('conv4_x/block2')!).toBeCloseTo(35)
})

it('never lets a receptive field add up', () => {
  const { shares: of, flows } = shares('resnet18', [], 'field')
  expect(Math.max(...of.values())).toBe(1)
  expect(flows).toBe(true)
})

it('needs no word for the paths', () => {
  expect(colouringOf(graphOf('resnet18', {}), new Set(), 'path')).toBeUndefined()
})
