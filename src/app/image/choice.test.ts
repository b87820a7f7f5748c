import { beforeEach, describe, expect, it } from 'vitest'
import { imageOn, readersImage, setChoice, useImageChoice } from './choice'
import { ownImage } from '../state/intent'

beforeEach(() => useImageChoice.setState({ choice: null, pageImage: 'cat-1' }))

describe('the image of a page', () => {
  it('is its own until the reader chooses one', () => expect(imageOn('dog-1')).toBe('dog-1'))

  it('is the one that the reader chose, on every page', () => {
    setChoice({ image: ownImage, isOn: true })
    expect(['cat-1', 'dog-1'].map(imageOn)).toEqual([ownImage, ownImage])
  })

  it('is its own again on every page once the reader wants that', () => {
    setChoice({ image: ownImage, isOn: false })
    expect(['cat-1', 'dog-1'].map(imageOn)).toEqual(['cat-1', 'dog-1'])
  })
})

describe('the image that one key puts in place of the page’s', () => {
  const of = (hasOwn: boolean) => readersImage(useImageChoice.getState(), hasOwn)

  it('is none for a reader who has none', () => expect(of(false)).toBeNull())

  it('is an image of one’s own that an earlier visit kept', () => expect(of(true)).toBe(ownImage))

  it('is the sample that was chosen, unless the page shows the same', () => {
    setChoice({ image: 'ship-2', isOn: true })
    expect(of(true)).toBe('ship-2')
    imageOn('ship-2')
    expect(of(true)).toBe(ownImage)
    expect(of(false)).toBeNull()
  })

  it('is not one’s own after it was forgotten', () => {
    setChoice({ image: ownImage, isOn: true })
    expect(of(false)).toBeNull()
  })
})
