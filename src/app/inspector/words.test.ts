import { describe, expect, it } from 'vitest'
import { graphOf } from '../state/network'
import { fieldWords } from './words'

describe('what the values of a layer see, in words', () => {
  const words = (network: string, id: string, options = {}) => fieldWords(graphOf(network, options).node(id))

  it('says how far neighbors are apart', () =>
    expect(words('resnet18', 'conv1/conv')).toBe(
      'One value sees 7×7 pixels of the input; its neighbor’s patch is shifted by 2 pixels. The first one is centered at row 0, column 0.',
    ))

  it('says "at most" of a concat, whose channels see what their paths do', () =>
    expect(words('googlenet', 'inception_3a/concat')).toMatch(
      /^One value sees at most 59×59 pixels of the input, and some channels see fewer; its neighbor’s patch is shifted by 8 pixels\. /,
    ))

  it('says that uneven bins are not alike', () =>
    expect(words('sppnet', 'spp/level1/pool', { input: '180x241' })).toMatch(
      /^One value sees at most .* not all bins/,
    ))

  it('says of a fully connected layer that all values see the same', () =>
    expect(words('sppnet', 'fc6/fc', { input: '180x241' })).toBe(
      'Every value sees the same 283×347 pixels of the input.',
    ))

  it('speaks of no neighbor where there is none', () =>
    expect(words('resnet18', 'avgpool')).not.toContain('neighbor'))
})
