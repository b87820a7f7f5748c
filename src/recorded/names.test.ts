import { expect, it } from 'vitest'
import { namesOf } from './names'
import { runsIn } from '../../tools/zoo.mjs'
import type { History } from './history'

const { runs } = runsIn('public/runs') as unknown as { readonly runs: readonly History[] }
const called = (...names: string[]) =>
  namesOf(names.map((name) => runs.find(({ run }) => run.name === name)!))

it('networks that stand alone are called by their name', () => {
  expect(called('cifar-plain20', 'cifar-resnet20')).toEqual(['plain-20 (CIFAR)', 'ResNet-20 (CIFAR)'])
})

it('runs of one network are called by what sets them apart, and by nothing else', () => {
  expect(called('rate-plain20-bn-0.1', 'rate-plain20-nobn-0.1', 'cifar-resnet20')).toEqual([
    'plain-20 (CIFAR), with normalization',
    'plain-20 (CIFAR), without normalization',
    'ResNet-20 (CIFAR)',
  ])
  expect(called('cifar-resnet20', 'cifar-resnet20-long')).toEqual([
    'ResNet-20 (CIFAR), 24 epochs',
    'ResNet-20 (CIFAR), 60 epochs',
  ])
  expect(called('cifar-resnet20-long', 'cifar-resnet20-cutout')).toEqual([
    'ResNet-20 (CIFAR), whole images',
    'ResNet-20 (CIFAR), a square cut out',
  ])
})

it('all runs of the site have different names beside each other', () => {
  const names = namesOf(runs)
  expect(new Set(names).size).toBe(names.length)
})
