import { expect, it } from 'vitest'
import { turn } from './turn'

/** Three slides; the one in the middle is shown in three steps. */
const steps = (slide: number) => (slide === 1 ? 3 : 1)
const go = (way: Parameters<typeof turn>[0], slide: number, shown = 1) =>
  turn(way, { slide, shown }, { count: 3, next: Math.min(2, slide + 1), back: Math.max(0, slide - 1), steps })

it('a clicker goes through the steps of a slide before it turns it', () => {
  const walk = [go('next', 0)]
  for (let i = 0; i < 4; i++) walk.push(go('next', walk.at(-1)!.slide, walk.at(-1)!.shown))
  expect(walk).toEqual([
    { slide: 1, shown: 1 },
    { slide: 1, shown: 2 },
    { slide: 1, shown: 3 },
    { slide: 2, shown: 1 },
    { slide: 2, shown: 1 },
  ])
})

it('back takes a step back, and meets the slide before as it was left: whole', () => {
  expect(go('back', 2)).toEqual({ slide: 1, shown: 3 })
  expect(go('back', 1, 3)).toEqual({ slide: 1, shown: 2 })
  expect(go('back', 1, 1)).toEqual({ slide: 0, shown: 1 })
  expect(go('back', 0)).toEqual({ slide: 0, shown: 1 })
})

it('first and last lead to the ends', () => {
  expect(go('first', 2)).toEqual({ slide: 0, shown: 1 })
  expect(go('last', 0)).toEqual({ slide: 2, shown: 1 })
})
