import { describe, expect, it } from 'vitest'
import { paint, stroke } from './brush'

describe('painting positions', () => {
  it('counts a position once, however often the brush passes', () => {
    const mask = new Uint8Array(100)
    expect(paint(mask, 10, 5, 5, 3)).toBe(9)
    expect(paint(mask, 10, 5, 6, 3)).toBe(3)
    expect(paint(mask, 10, 5, 6, 3)).toBe(0)
  })

  it('stops at the edges of the map', () => expect(paint(new Uint8Array(100), 10, 0, 9, 3)).toBe(4))

  it('leaves no gap in a quick stroke', () => {
    const points = stroke([0, 0], [3, 8])
    expect(points.at(-1)).toEqual([3, 8])
    for (let i = 1; i < points.length; i++) expect(points[i][1] - points[i - 1][1]).toBe(1)
  })
})
