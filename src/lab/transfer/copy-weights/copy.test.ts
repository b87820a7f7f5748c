import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { anew, copiedParts, type Edit, edits, matchesOf, tally } from './copy'

const source = graphOf('resnet18')
const copy = (classes: number, edit: Edit = 'nothing') => {
  const target = graphOf('resnet18', { classes, ...edits[edit] })
  const matches = matchesOf(source, target)
  return { target, matches, all: tally(matches, matches.length) }
}
const names = (matches: readonly { node: string; name: string }[]) =>
  matches.map(({ node, name }) => `${node} ${name}`)

describe('the weights of ResNet-18 copied into a network of ten classes', () => {
  const { target, matches, all } = copy(10)

  it('are 20 kernels, 80 tensors of normalizations and the two of the head', () =>
    expect(matches).toHaveLength(20 + 4 * 20 + 2))

  it('fit but for the head, whose 513,000 numbers become 5,130', () => {
    expect(names(all.refused)).toEqual(['fc/fc kernel', 'fc/fc bias'])
    expect(all).toMatchObject({ lost: 513_000, anew: 5_130, copied: 11_176_512, running: 9_600 })
    expect(all.copied + all.anew).toBe(target.totals.trainable)
  })

  it('come one tensor after the other: after the first, 7·7·3·64', () => {
    expect(tally(matches, 0)).toMatchObject({ copied: 0, running: 0, anew: 0 })
    expect(tally(matches, 1).copied).toBe(9_408)
  })

  it('leave the head dark in the picture, and light every stage', () => {
    const parts = copiedParts(target, matches, matches.length)
    expect(parts.has('fc')).toBe(false)
    for (const stage of ['conv1', 'conv2_x', 'conv5_x']) expect(parts.has(stage)).toBe(true)
    expect(copiedParts(target, matches, 0).size).toBe(0)
  })

  it('and the head begins at random, its bias at zero', () => {
    const [kernel, bias] = all.refused
    expect(anew(target, bias)).toEqual({ fill: 0 })
    expect(anew(target, kernel)).toMatchObject({ spread: Math.sqrt(2 / 512) })
  })
})

it('with a thousand classes everything fits', () => expect(copy(1000).all.refused).toEqual([]))

it('a grey image refuses the first kernel too: 3 channels against 1', () => {
  const { refused } = copy(10, 'grey').all
  expect(names(refused)).toEqual(['conv1/conv kernel', 'fc/fc kernel', 'fc/fc bias'])
  expect(refused[0].source?.shape).toEqual([7, 7, 3, 64])
  expect(refused[0].weight.shape).toEqual([7, 7, 1, 64])
})

it('half the width refuses every tensor, but for the bias of a head that has as many classes', () => {
  expect(copy(10, 'narrow').matches.some(({ fits }) => fits)).toBe(false)
  expect(names(copy(1000, 'narrow').matches.filter(({ fits }) => fits))).toEqual(['fc/fc bias'])
})

it('more blocks have tensors that the source has not, and no shape that differs', () => {
  const { refused } = copy(1000, 'deep').all
  expect(refused.every(({ source }) => source === undefined)).toBe(true)
  expect(refused[0].node).toBe('conv2_x/block3/conv1')
})
