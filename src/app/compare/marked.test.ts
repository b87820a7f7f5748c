import { describe, expect, it } from 'vitest'
import { graphOf } from '../state/network'
import { comparisonOf } from './comparison'
import { markedWords } from './marked'
import { namesOf } from './names'

const of = (one: string, other: string) => {
  const [left, right] = [graphOf(one, {}), graphOf(other, {})]
  const comparison = comparisonOf(left, right)
  return { comparison, says: markedWords(comparison, namesOf(left, right)) }
}

describe('the sign in the corner of a part', () => {
  it('says in both pictures what differs in it, and where that is', () => {
    const { says } = of('resnet18', 'plain18')
    expect(says.left('conv2_x')).toBe('conv2_x differs from plain-18: Addition (only in ResNet-18, 2 times)')
    expect(says.right('conv2_x')).toBe(
      'conv2_x differs from ResNet-18: Addition (only in ResNet-18, 2 times)',
    )
    expect(says.left('conv2_x/block1/add')).toBe('conv2_x/block1/add is only in ResNet-18')
  })

  it('names the first of many', () => {
    expect(of('densenet121', 'resnet50').says.right('conv3_x')).toMatch(/; and \d+ more$/)
  })

  it('stands at no layer that differs in an epsilon alone, which the list names', () => {
    const { comparison } = of('googlenet-bn', 'googlenet-torchvision')
    const marked = [...comparison.marks.left.keys()].filter((id) => !id.includes('/'))
    expect(marked).toEqual(expect.arrayContaining(['inception_3a', 'pool4']))
    expect(marked.filter((id) => /^conv/.test(id))).toEqual([])
    expect(comparison.entries.some(({ what }) => what.includes('epsilon'))).toBe(true)
  })

  it.each([
    ['resnet18', 'plain18'],
    ['googlenet', 'googlenet-bn'],
    ['resnet50', 'resnext50-32x4d'],
    ['densenet121', 'resnet50'],
    ['vgg16', 'alexnet'],
    ['alexnet', 'alexnet-ungrouped'],
  ])('has words for every mark of %s beside %s', (one, other) => {
    const { comparison, says } = of(one, other)
    for (const side of ['left', 'right'] as const)
      expect([...comparison.marks[side].keys()].filter((id) => says[side](id) === undefined)).toEqual([])
  })
})
