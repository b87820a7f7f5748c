import { describe, expect, it } from 'vitest'
import { placeNames } from './names'

describe('names beside dots', () => {
  it('stand to the right where there is room', () =>
    expect(placeNames([{ x: 50, y: 50, name: 'VGG-16' }], 14, 400)[0]).toMatchObject({ anchor: 'start' }))

  it('go to the left at the right edge', () =>
    expect(placeNames([{ x: 390, y: 50, name: 'VGG-16' }], 14, 400)[0]).toMatchObject({ anchor: 'end' }))

  it('do not cover another dot', () => {
    const dots = [
      { x: 50, y: 50, name: 'AlexNet' },
      { x: 80, y: 50, name: 'VGG-16' },
    ]
    expect(placeNames(dots, 14, 400)[0]).not.toMatchObject({ anchor: 'start', dy: 0 })
  })

  it('are left out where nothing is free', () => {
    const crowd = Array.from({ length: 80 }, (_, i) => ({
      x: 40 + (i % 10) * 10,
      y: 40 + Math.floor(i / 10) * 10,
      name: 'ResNet',
    }))
    expect(placeNames(crowd, 14, 400).filter((place) => place === null).length).toBeGreaterThan(40)
  })
})
