import { describe, expect, it } from 'vitest'
import { resolve } from './index'
import { build } from '../nn/build'
import { diff } from '../nn/diff'
import { differences, sharedWeights } from '../nn/differences'
import { depthSteps, isRelu, placeAmong } from '../nn/steps'

function compare(left: string, right: string) {
  return diff(build(resolve(left).architecture), build(resolve(right).architecture))
}

describe('differences in words', () => {
  it('names what plain-34 lacks, and how often', () => {
    const entries = differences(compare('plain34', 'resnet34'))
    expect(entries.map(({ kind, what, places }) => `${kind}: ${what} ×${places.length}`)).toEqual([
      'right only: Addition ×16',
      'right only: path “shortcut”: 1×1 conv, 128 /2, BN ×1',
      'right only: path “shortcut”: 1×1 conv, 256 /2, BN ×1',
      'right only: path “shortcut”: 1×1 conv, 512 /2, BN ×1',
    ])
  })

  it('puts the 3×3 convolutions of a stage of ResNeXt-50 together, and mere shapes last', () => {
    const entries = differences(compare('resnet50', 'resnext50-32x4d'))
    expect(entries.map(({ what, places }) => `${what} ×${places.length}`)).toContain(
      'Convolution: groups 1 → 32, filters 128 → 256 ×4',
    )
    expect(entries.at(-1)).toMatchObject({ kind: 'shape' })
    expect(entries.filter(({ kind }) => kind === 'shape')).toHaveLength(1)
  })

  it('says nothing of a network and itself', () =>
    expect(differences(compare('googlenet', 'googlenet'))).toEqual([]))
})

describe('weights of the same seed', () => {
  it('are the same in all 20 layers of plain-20 and ResNet-20, whose shortcuts have none', () =>
    expect(sharedWeights(compare('cifar-plain20', 'cifar-resnet20'))).toEqual({ shared: 20, of: 20 }))

  it('differ where the shapes do: of the 54 layers of ResNet-50, ResNeXt-50 widens three in every block', () =>
    expect(sharedWeights(compare('resnet50', 'resnext50-32x4d'))).toEqual({ shared: 54 - 3 * 16, of: 54 }))
})

describe('depths at which plain-20 and ResNet-20 are looked at', () => {
  const of = compare('cifar-plain20', 'cifar-resnet20')
  const steps = depthSteps(of)

  it('are the 19 ReLUs that both have: the stem, and two in each of nine blocks', () => {
    expect(steps).toHaveLength(1 + 2 * 9)
    expect(steps.every(({ left, right }) => left === right)).toBe(true)
    expect(isRelu(of.left.graph.node(steps[0].left!))).toBe(true)
  })

  it('are found from any layer: the addition of a block comes after its first ReLU', () => {
    const { at, where } = placeAmong(of, steps, 'right', 'stage1/block2/add')
    expect(steps[at]).toEqual({ left: 'stage1/block2/relu1', right: 'stage1/block2/relu1' })
    expect(where).toBe('after')
    expect(placeAmong(of, steps, 'left', 'input')).toEqual({ at: 0, where: 'before' })
    expect(placeAmong(of, steps, 'left', steps[at].left!)).toEqual({ at, where: 'at' })
  })

  it('stand alone where the other network has none', () => {
    const deeper = compare('cifar-resnet20', 'cifar-resnet32')
    const alone = depthSteps(deeper).filter((step) => step.left === undefined)
    expect(alone).toHaveLength(12)
  })
})
