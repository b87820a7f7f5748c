import { expect, it } from 'vitest'
import { asSeen, cutOff } from './image'

const pixels = { width: 2, height: 1, data: Uint8ClampedArray.of(255, 0, 0, 255, 10, 10, 10, 255) }

it('a network with one input channel sees brightness', () =>
  expect([...asSeen(pixels, 1).data]).toEqual([76, 76, 76, 255, 10, 10, 10, 255]))

it('any other sees the colours', () => expect(asSeen(pixels, 3)).toBe(pixels))

it('cropping a very long image is said with its numbers', () => {
  const long = { width: 900, height: 100, isDrawing: false }
  expect(cutOff(long, [224, 224, 3])).toMatch(
    /^Only the middle part \(100×100 of 900×100\) of this long image is used/,
  )
  expect(cutOff({ ...long, isDrawing: true }, [224, 224, 3])).toMatch(
    /^Only the middle of this long image is used/,
  )
  expect(cutOff({ ...long, width: 300 }, [224, 224, 3])).toBeNull()
})
