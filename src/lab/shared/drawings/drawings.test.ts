import { describe, expect, it } from 'vitest'
import { draw, shapes, side } from './drawings'

describe('drawings', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(draw('a', 0, 8)).toEqual(draw('a', 0, 8))
    expect(draw('a', 0, 8).pixels).not.toEqual(draw('b', 0, 8).pixels)
  })

  it('are counted: the third is the third of however many', () => {
    const three = draw('a', 2, 1)
    const all = draw('a', 0, 5)
    expect(three.labels[0]).toBe(all.labels[2])
    expect(three.pixels).toEqual(all.pixels.slice(2 * side * side, 3 * side * side))
  })

  it('show every shape about as often as every other', () => {
    const { labels } = draw('a', 0, 1200)
    for (const i of shapes.keys()) {
      const share = labels.filter((label) => label === i).length / labels.length
      expect(share * shapes.length).toBeGreaterThan(0.8)
      expect(share * shapes.length).toBeLessThan(1.2)
    }
  })

  it('are not told apart by their mean: light on dark is as frequent as dark on light', () => {
    const { pixels } = draw('a', 0, 400)
    const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length
    expect(Math.abs(mean)).toBeLessThan(0.1)
  })

  it('have ink inside the frame: the rim is mostly ground', () => {
    const { pixels } = draw('a', 0, 200)
    const variation = (row: number) => {
      let sum = 0
      for (let i = 0; i < 200; i++)
        for (let x = 1; x < side; x++) {
          const at = i * side * side + row * side + x
          sum += Math.abs(pixels[at] - pixels[at - 1])
        }
      return sum
    }
    expect(variation(0)).toBeLessThan(variation(side / 2))
  })
})
