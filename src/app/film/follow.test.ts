import { expect, it } from 'vitest'
import { noInsets } from '../../diagram/lens'
import { wayTo } from './follow'

const pane = { width: 400, height: 300, insets: { ...noInsets, bottom: 100 } }
const at = { x: 0, y: 0, k: 1 }
const box = (x: number, y: number) => ({ x, y, width: 40, height: 40 })

it('a picture stands still while what is computed is in sight', () => {
  expect(wayTo(box(300, 80), at, pane)).toEqual({ x: 0, y: 0 })
})

it('what is computed out of sight, or below the film, comes to the middle of what is clear', () => {
  expect(wayTo(box(500, 80), at, pane)).toEqual({ x: -320, y: 0 })
  expect(wayTo(box(300, 200), at, pane)).toEqual({ x: 0, y: -120 })
})

it('what is larger than the page is shown from its beginning, and then stays', () => {
  const wide = { ...box(500, 80), width: 900 }
  const { x } = wayTo(wide, at, pane)
  expect(x).toBe(-484)
  expect(wayTo(wide, { ...at, x }, pane)).toEqual({ x: 0, y: 0 })
})
