import { expect, it } from 'vitest'
import { settling } from './settling'

it('takes every height that is new', () => {
  const settled = settling()
  expect([351, 308, 330].map((height) => settled(height, ['graph', 900]))).toEqual([351, 308, 330])
})

it('stays with the lowest of the heights that come back', () => {
  const settled = settling()
  const taken = [351, 308, 351, 308, 351].map((height) => settled(height, ['graph', 900]))
  expect(taken).toEqual([351, 308, 308, 308, 308])
})

it('begins anew when something around the picture has changed', () => {
  const settled = settling()
  for (const height of [351, 308, 351]) settled(height, ['graph', 900])
  expect(settled(351, ['graph', 1000])).toBe(351)
})

it('keeps a height that is only measured again', () => {
  const settled = settling()
  expect([308, 351, 351, 351].map((height) => settled(height, ['graph', 900]))).toEqual([308, 351, 351, 351])
})
