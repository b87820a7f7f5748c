import { expect, it } from 'vitest'
import { channelOf, mix, mixAt } from './mix'

const two = new Uint8ClampedArray([200, 100, 50, 255, 10, 20, 30, 255])

it('weighs the channels of a pixel and looks at no neighbour', () => {
  expect(mixAt(two, 0, [1, -1, 0])).toBe(100)
  expect(mixAt(two, 1, [1, -1, 0])).toBe(-10)
  expect([...mix(two, [1, -1, 0])]).toEqual([100, 0])
  const other = two.slice()
  other[4] = 255
  expect(mixAt(other, 0, [1, -1, 0])).toBe(100)
})

it('takes one colour out of a picture', () => expect([...channelOf(two, 2)]).toEqual([50, 30]))
