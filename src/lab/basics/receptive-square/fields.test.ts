import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { chainFields, pixels, stageFields } from './fields'

describe('what a unit sees', () => {
  it('grows by two pixels with every 3×3: three of them see 7×7', () =>
    expect(chainFields(3, 3, 1).map(({ size }) => size)).toEqual([3, 5, 7]))

  it('grows twice as fast behind a stride of 2', () =>
    expect(chainFields(3, 3, 2).map(({ size }) => size)).toEqual([3, 7, 11]))

  it('lies around the middle of the image', () => {
    for (const { start, size } of chainFields(3, 6, 1)) expect(start + (size - 1) / 2).toBe((pixels - 1) / 2)
  })

  it('in ResNet-18 ends larger than the image: 435 of 224 pixels', () =>
    expect(stageFields(graphOf('resnet18')).map(({ size }) => size)).toEqual([7, 11, 43, 99, 211, 435]))
})
