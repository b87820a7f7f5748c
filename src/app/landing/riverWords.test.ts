import { expect, it } from 'vitest'
import { graphOf } from '../state/network'
import { courseOf, riverOf } from './river'
import { arcWords, ribbonWords, stripWords } from './riverWords'

const ribbonsOf = (id: string) => courseOf(riverOf(graphOf(id)), 800).ribbons

it('a path of a block says its channels, what it comes from and both shapes', () => {
  const block = ribbonsOf('googlenet-bn').find(({ to }) => to?.id === 'inception_3a')!
  expect(stripWords(block, block.strips[1], 'hwc')).toBe(
    'inception_3a, path 2: 128 of the 256 channels of 28×28×256, from pool2 (28×28×192)',
  )
  expect(ribbonWords(block, 'hwc')).toBe(
    'inception_3a: 28×28×256 = 64 + 128 + 32 + 32 channels, from pool2 (28×28×192)',
  )
})

it('a shortcut says what it adds', () => {
  const block = ribbonsOf('resnet18').find(({ to }) => to?.id === 'conv2_x/block1')!
  expect(ribbonWords(block, 'hwc')).toMatch(/; a shortcut adds the input of the block, 56×56×64 from /)
  expect(arcWords(block, 'chw')).toMatch(/64×56×56/)
})

it('the first ribbon begins at the image, the last leads to the classes', () => {
  const ribbons = ribbonsOf('resnet18')
  expect(ribbonWords(ribbons[0], 'hwc')).toMatch(/from the image \(224×224×3\)$/)
  expect(ribbonWords(ribbons.at(-1)!, 'hwc')).toMatch(/^7×7×512 from .*, on the way to the classes$/)
})

it('channels are whole where paths are told apart, and add up to the tensor', () => {
  for (const id of ['googlenet-bn', 'densenet121', 'squeezenet1-0'])
    for (const { to, from, strips } of ribbonsOf(id)) {
      const { shape } = to ?? from
      expect(
        strips.reduce((sum, { channels }) => sum + channels, 0),
        id,
      ).toBe(shape[2])
      for (const { channels } of strips) expect(Number.isInteger(channels), id).toBe(true)
    }
})
