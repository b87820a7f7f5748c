import { expect, it } from 'vitest'
import { asSeen } from './image'

const pixels = { width: 2, height: 1, data: Uint8ClampedArray.of(255, 0, 0, 255, 10, 10, 10, 255) }

it('a network with one input channel sees brightness', () =>
  expect([...asSeen(pixels, 1).data]).toEqual([76, 76, 76, 255, 10, 10, 10, 255]))

it('any other sees the colours', () => expect(asSeen(pixels, 3)).toBe(pixels))
