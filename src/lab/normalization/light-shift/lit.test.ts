import { expect, it } from 'vitest'
import { clipped, lit } from './lit'

const pixels = Uint8ClampedArray.from([10, 100, 200, 255, 0, 130, 255, 128])

it('half of the light is half of every colour, and nothing of the transparency', () => {
  expect([...lit(pixels, 0.5)]).toEqual([5, 50, 100, 255, 0, 65, 128, 128])
})

it('what would be brighter than white is white, and is counted', () => {
  expect([...lit(pixels, 2)]).toEqual([20, 200, 255, 255, 0, 255, 255, 128])
  expect(clipped(pixels, 2)).toBe(3 / 6)
  expect(clipped(pixels, 1)).toBe(0)
})
