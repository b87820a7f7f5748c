import { expect, it } from 'vitest'
import { overlap, placeBeside, type Rect } from './beside'

const window = { x: 0, y: 0, width: 400, height: 300 }
const tip = { width: 120, height: 40 }

function placed(about: Rect, others: readonly Rect[] = []): Rect {
  return { ...tip, ...placeBeside(tip, about, window, others) }
}

const middle = { x: 150, y: 130, width: 100, height: 30 }

it.each([
  ['in the middle', middle],
  ['at the top', { ...middle, y: 0 }],
  ['at the bottom', { ...middle, y: 270 }],
  ['as high as the window', { x: 0, y: 0, width: 60, height: 300 }],
  ['as wide as the window', { x: 0, y: 120, width: 400, height: 60 }],
])('never covers what it explains: %s', (_, about) => {
  const place = placed(about)
  expect(overlap(place, about)).toBe(0)
  expect(overlap(place, window)).toBe(tip.width * tip.height)
})

it('goes where it covers nothing else', () => {
  const card = { x: 0, y: 0, width: 400, height: 125 }
  expect(placed(middle).y).toBeLessThan(middle.y)
  expect(overlap(placed(middle, [card]), card)).toBe(0)
})

it('stands near the pointer, where what it explains is larger than the window', () => {
  const about = { x: 130, y: -500, width: 60, height: 2000 }
  const place = { ...tip, ...placeBeside(tip, about, window, [], { x: 160, y: 250 }) }
  expect(overlap(place, about)).toBe(0)
  expect(Math.abs(place.y + tip.height / 2 - 250)).toBeLessThan(tip.height)
})

it('stands by what is seen of a thing that nobody points at', () => {
  const about = { x: 380, y: -500, width: 600, height: 580 }
  const place = placed(about)
  expect(overlap(place, { ...about, y: 0, height: 80, width: 20 })).toBe(0)
  expect(place.y).toBeLessThan(100)
})
