import { expect, it } from 'vitest'
import { isOn, meantAt, placesOf, type Scales } from './told'

const linear = (from: number, to: number) => ({ apply: (x: number) => from + x * (to - from) })
const band = (places: Readonly<Record<string, number>>, bandwidth: number, from: number) => ({
  apply: (name: string) => places[name],
  bandwidth,
  range: [from, 400],
})
const scales = (of: object): Scales =>
  of.constructor === Object ? (name) => (of as Record<string, never>)[name] : () => undefined

it('a value stands where its axes have it, in the middle of its bar and in its chart of a row', () => {
  expect(placesOf([{ x: 0.5, y: 1, words: 'a' }], scales({ x: linear(50, 250), y: linear(200, 0) }))).toEqual(
    [{ x: 0.5, left: 150, top: 0, words: 'a' }],
  )
  const row = scales({
    x: band({ one: 60, two: 80 }, 20, 60),
    y: linear(200, 0),
    fx: band({ left: 60, right: 230 }, 150, 60),
  })
  expect(placesOf([{ fx: 'right', x: 'two', y: 0.5, words: 'b' }], row)).toEqual([
    { x: 'two', left: 260, top: 100, words: 'b' },
  ])
})

it('what has no place on an axis is not told', () =>
  expect(placesOf([{ x: NaN, y: 1, words: 'a' }], scales({ x: linear(0, 1), y: linear(1, 0) }))).toEqual([]))

it('the nearest value is meant, and far from all the one above or below', () => {
  const places = [
    { x: 1, left: 10, top: 10, words: 'a' },
    { x: 2, left: 30, top: 300, words: 'b' },
    { x: 3, left: 200, top: 20, words: 'c' },
  ]
  expect(meantAt(places, 28, 12)).toBe(0)
  expect(meantAt(places, 28, 150)).toBe(1)
  expect(meantAt(places, 120, 20)).toBe(2)
  expect(meantAt([], 1, 1)).toBeNull()
})

it('a press beside a value, not far from it, is a press on it', () => {
  const place = { x: 1, left: 10, top: 10, words: 'a' }
  expect(isOn(place, 18, 22)).toBe(true)
  expect(isOn(place, 10, 150)).toBe(false)
})
