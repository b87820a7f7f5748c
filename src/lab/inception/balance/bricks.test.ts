import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { bricksOf, sumOf } from './bricks'

it.each([
  ['alexnet', {}, 8, 60_965_224],
  ['alexnet-ungrouped', {}, 8, 62_378_344],
  ['googlenet', {}, 12, 6_998_552],
  ['googlenet', { aux: true }, 14, 13_378_280],
  ['googlenet-torchvision', {}, 12, 6_624_904],
] as const)('%s %o is %d bricks with all of its parameters', (network, options, parts, params) => {
  const bricks = bricksOf(graphOf(network, options))
  expect(bricks).toHaveLength(parts)
  expect(sumOf(bricks, parts)).toBe(params)
})

it('the heaviest brick of AlexNet is its first long vector, with more than half of everything', () => {
  const bricks = bricksOf(graphOf('alexnet'))
  const heaviest = bricks.toSorted((a, b) => b.params - a.params)[0]
  expect(heaviest.id).toBe('fc6')
  expect(heaviest.params / sumOf(bricks, bricks.length)).toBeGreaterThan(0.5)
})
