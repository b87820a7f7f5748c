import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { copiesOf, distinctOf, sawtooth, stageCosts } from './sawtooth'

const densenet121 = graphOf('densenet121')

describe('the saw-tooth of DenseNet-121', () => {
  it('goes 64, 256, 128, 512, 256, 1024, 512, 1024', () => {
    const [first] = sawtooth(densenet121)
    expect([first.channels, ...stageCosts(densenet121).map(({ leave }) => leave)]).toEqual([
      64, 256, 128, 512, 256, 1024, 512, 1024,
    ])
  })

  it('rises by 32 at every of its 58 layers and falls at 3 transitions', () => {
    const teeth = sawtooth(densenet121).map(({ channels }) => channels)
    const steps = teeth.slice(1).map((channels, i) => channels - teeth[i])
    expect(steps.filter((step) => step === 32)).toHaveLength(58)
    expect(steps.filter((step) => step < 0)).toHaveLength(3)
  })

  it('layer 6 of block 1 reads 64 + 5·32 = 224 channels', () =>
    expect(sawtooth(densenet121)[5].channels).toBe(224))

  it('block 1 works on 56×56 with 331,776 weights, and γ and β of its 12 normalizations', () => {
    const [block] = stageCosts(densenet121)
    expect(block).toMatchObject({ isBlock: true, side: 56, enter: 64, leave: 256, params: 335_040 })
  })
})

describe('the memory bill of DenseNet-121', () => {
  it('copies 9,094,400 values for 58 layers', () => {
    const copies = copiesOf(densenet121)
    expect(copies).toHaveLength(58)
    expect(copies.reduce((sum, { copied }) => sum + copied, 0)).toBe(9_094_400)
  })

  it('of which 1,455,104 are distinct', () => expect(distinctOf(densenet121)).toBe(1_455_104))
})

it('a transition that keeps everything does not fall', () => {
  const teeth = sawtooth(graphOf('densenet121', { compression: 1 })).map(({ channels }) => channels)
  expect(Math.max(...teeth)).toBe(1920)
  expect(teeth).toEqual([...teeth].sort((a, b) => a - b))
})
