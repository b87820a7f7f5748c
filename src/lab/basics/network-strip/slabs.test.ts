import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { slabsOf } from './slabs'

describe('a network seen from the side', () => {
  it('has a slab for each stage: VGG-16 ends in three vectors', () =>
    expect(slabsOf(graphOf('vgg16')).slice(-3)).toEqual([
      { id: 'fc6', height: 1, channels: 4096 },
      { id: 'fc7', height: 1, channels: 4096 },
      { id: 'fc8', height: 1, channels: 1000 },
    ]))

  it('leaves out what hangs beside the main path', () =>
    expect(slabsOf(graphOf('googlenet', { aux: true }))).toEqual(slabsOf(graphOf('googlenet'))))
})
