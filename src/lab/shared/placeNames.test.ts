import { describe, expect, it } from 'vitest'
import { placeNames } from './placeNames'

describe('names beside dots', () => {
  it('stand to the right where there is room', () =>
    expect(placeNames([{ x: 50, y: 50, name: 'VGG-16' }], 14, [0, 400])[0]).toMatchObject({
      anchor: 'start',
    }))

  it('go to the left at the right edge', () =>
    expect(placeNames([{ x: 390, y: 50, name: 'VGG-16' }], 14, [0, 400])[0]).toMatchObject({ anchor: 'end' }))

  it('stay off the numbers of the axis', () => {
    const dots = [
      { x: 90, y: 50, name: 'GoogLeNet' },
      { x: 130, y: 50, name: 'ResNet-18' },
    ]
    expect(placeNames(dots, 14, [0, 400])[0]).toMatchObject({ anchor: 'end' })
    expect(placeNames(dots, 14, [60, 400])[0]?.anchor).not.toBe('end')
  })

  it('do not cover another dot', () => {
    const dots = [
      { x: 50, y: 50, name: 'AlexNet' },
      { x: 80, y: 50, name: 'VGG-16' },
    ]
    expect(placeNames(dots, 14, [0, 400])[0]).not.toMatchObject({ anchor: 'start', dy: 0 })
  })

  it('stand where no other dot is nearer, so that none is read as the name of its neighbour', () => {
    const dots = [
      { x: 100, y: 50, name: 'ResNeXt-50' },
      { x: 88, y: 64, name: 'DenseNet-201' },
      { x: 120, y: 56, name: 'DenseNet-161' },
    ]
    placeNames(dots, 14, [0, 400]).forEach((place, own) => {
      if (place === null) return
      const long = dots[own].name.length * 14 * 0.58
      const left = dots[own].x + place.dx - { start: 0, middle: long / 2, end: long }[place.anchor]
      const middle = dots[own].y + place.dy
      const away = dots.map(({ x, y }) =>
        Math.hypot(Math.max(left - x, 0, x - left - long), Math.max(0, Math.abs(y - middle) - 7)),
      )
      expect(away.indexOf(Math.min(...away))).toBe(own)
    })
  })

  it('are left out where nothing is free', () => {
    const crowd = Array.from({ length: 80 }, (_, i) => ({
      x: 40 + (i % 10) * 10,
      y: 40 + Math.floor(i / 10) * 10,
      name: 'ResNet',
    }))
    expect(placeNames(crowd, 14, [0, 400]).filter((place) => place === null).length).toBeGreaterThan(40)
  })
})
