import { createRef, type RefObject } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { graphOf } from '../state/network'
import { courseOf, riverOf } from './river'
import { RiverWater } from './RiverWater'

const width = 600
let root: Root
let place: HTMLElement

beforeEach(async () => {
  place = document.createElement('div')
  place.style.cssText = `position: relative; inline-size: ${width}px`
  document.body.append(place)
  const frame = createRef() as RefObject<HTMLElement | null>
  frame.current = place
  root = createRoot(place)
  const course = courseOf(riverOf(graphOf('resnet18')), width)
  const props = { course, width, frame, isReached: () => true, hrefOf: () => '#opened' }
  root.render(<RiverWater {...props} />)
  await vi.waitFor(() => expect(strip()).not.toBeNull())
})

afterEach(() => {
  root.unmount()
  place.remove()
  location.hash = ''
})

const strip = () => place.querySelector('.river-water path')!
const press = (pointerType: string) =>
  strip().dispatchEvent(new PointerEvent('pointerdown', { pointerType, bubbles: true }))

it.each([
  ['before Safari 18.2', () => new MouseEvent('click', { bubbles: true })],
  ['as Safari 18.2', () => new PointerEvent('click', { bubbles: true, pointerType: 'mouse' })],
])(
  'a tap on a ribbon says what it is and stays, though its click does not tell a finger; another tap opens it, %s',
  async (_, click) => {
    press('touch')
    strip().dispatchEvent(click())
    await vi.waitFor(() => expect(place.querySelector('.tip')?.textContent).toMatch(/\d×\d/))
    expect(location.hash).toBe('')
    press('touch')
    strip().dispatchEvent(click())
    expect(location.hash).toBe('#opened')
  },
)

it('a click of a mouse opens what a ribbon comes from, and so does one without a press, as of a screen reader', () => {
  press('mouse')
  strip().dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(location.hash).toBe('#opened')
  location.hash = ''
  strip().dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(location.hash).toBe('#opened')
})
