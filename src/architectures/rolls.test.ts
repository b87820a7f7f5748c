import { expect, it } from 'vitest'
import { build } from '../nn/build'
import { isRolled, rollOf, rollsOf } from '../nn/rolls'
import { resolve } from './index'

const graphOf = (id: string) => build(resolve(id).architecture)

it('rolls up the blocks of ResNet-152 that repeat: 2 of 3, 7 of 8, 35 of 36 and 2 of 3', () => {
  // The first block of each stage changes the shape, and two alike are no roll.
  expect(rollsOf(graphOf('resnet152')).map(({ id, members }) => [id, members.length])).toEqual([
    ['conv3_x/block2..block8', 7],
    ['conv4_x/block2..block36', 35],
  ])
})

it('rolls up nothing whose parts differ: inception modules and dense layers grow', () => {
  expect(rollsOf(graphOf('googlenet'))).toEqual([])
  expect(rollsOf(graphOf('densenet121'))).toEqual([])
})

it('no longer rolls up a block that was edited', () => {
  const edited = build(resolve('resnet152').architecture, { 'conv4_x/block10/conv2': { kernel: 5, pad: 2 } })
  expect(rollsOf(edited).map((roll) => roll.id)).toEqual([
    'conv3_x/block2..block8',
    'conv4_x/block2..block9',
    'conv4_x/block11..block36',
  ])
})

it('is open once it or one of its members is', () => {
  const roll = rollOf(graphOf('resnet152'), 'conv4_x/block7')!
  expect(isRolled(roll, new Set(['conv4_x']))).toBe(true)
  expect(isRolled(roll, new Set(['conv4_x', roll.id]))).toBe(false)
  expect(isRolled(roll, new Set(['conv4_x', 'conv4_x/block9']))).toBe(false)
})
