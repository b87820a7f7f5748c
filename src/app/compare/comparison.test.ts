import { describe, expect, it } from 'vitest'
import { graphOf } from '../state/network'
import {
  comparisonOf,
  newerOf,
  type Exploration,
  openBeside,
  selectedBeside,
  withSelected,
  withToggled,
} from './comparison'
import { pairs, titleOf } from './offers'

const { diff, marks } = comparisonOf(graphOf('cifar-plain20', {}), graphOf('cifar-resnet20', {}))

const closed: Exploration = { expanded: new Set(), selected: null, besideOpen: new Set(), besideNode: null }

describe('two networks side by side', () => {
  it('mark what is gone on the left and what is new on the right', () => {
    expect(marks.right.get('stage1/block1/add')).toBe('added')
    expect(marks.right.get('stage1')).toBe('changed')
    expect(marks.left.get('stage1')).toBe('changed')
    expect([...marks.left.values()]).not.toContain('removed')
    expect(marks.left.has('conv1')).toBe(false)
  })

  it('begin on a phone with the one that has what the other lacks', () => {
    const newer = (left: string, right: string) =>
      newerOf(comparisonOf(graphOf(left, {}), graphOf(right, {})).diff)
    expect(newer('regular-block', 'residual-block')).toBe('right')
    expect(newer('residual-block', 'regular-block')).toBe('left')
    expect(newer('alexnet', 'alexnet-ungrouped')).toBe('left')
  })

  it('open together', () => {
    const after = { ...closed, ...withToggled(diff, 'stage2', closed) }
    expect([...after.expanded]).toEqual(['stage2'])
    expect([...openBeside(diff, after)]).toEqual(['stage2'])
    const back = { ...after, ...withToggled(diff, 'stage2', after) }
    expect(back.expanded.size + openBeside(diff, back).size).toBe(0)
  })

  it('select the partner, wherever the reader clicks', () => {
    const after = { ...closed, ...withSelected(diff, 'right', 'stage1/block1/relu2', closed) }
    expect(after).toMatchObject({ selected: 'stage1/block1/relu2', besideNode: null })
    expect(selectedBeside(diff, after)).toBe('stage1/block1/relu2')
    expect([...after.expanded]).toEqual(['stage1', 'stage1/block1'])
  })

  it('select an addition on the right alone, and open the blocks around it on both sides', () => {
    const after = { ...closed, ...withSelected(diff, 'right', 'stage1/block1/add', closed) }
    expect(after).toMatchObject({ selected: null, besideNode: 'stage1/block1/add' })
    expect([...after.expanded]).toEqual(['stage1', 'stage1/block1'])
  })

  it('open what only the right has by itself', () => {
    const after = { ...closed, ...withToggled(diff, 'stage2/block1/shortcut', closed) }
    expect(after.expanded.size).toBe(0)
    expect([...openBeside(diff, after)]).toEqual(['stage2/block1/shortcut'])
  })
})

describe('the comparisons that are offered first', () => {
  it('are of networks that are there', () => {
    expect(pairs.map(({ left, right }) => `${titleOf(left)} / ${titleOf(right)}`)).toEqual([
      'plain-20 (CIFAR) / ResNet-20 (CIFAR)',
      'plain-18 / ResNet-18',
      'plain-34 / ResNet-34',
      'ResNet-50 / ResNeXt-50 32×4d',
      'DenseNet-121 / ResNet-50',
    ])
  })
})
