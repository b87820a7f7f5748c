import { describe, expect, it } from 'vitest'
import { deckCommand, deckKeys, keepsArrows } from './deckKeys'

/** An element that is inside of whatever `selector` names. */
const inside = (selector: string) =>
  ({ closest: (asked: string) => asked.split(', ').includes(selector) }) as never

const press = (
  key: string,
  within?: string,
  circumstances: Parameters<typeof deckCommand>[1] = {},
  held: object = {},
) =>
  deckCommand(
    {
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      ...held,
      target: within === undefined ? null : inside(within),
    },
    circumstances,
  )

describe('a key on the slides', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['ArrowDown', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['ArrowLeft', 'back'],
    ['ArrowUp', 'back'],
    ['PageUp', 'back'],
    ['Backspace', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['7', 'digit'],
    ['f', 'fullScreen'],
    ['b', 'black'],
    ['.', 'black'],
    ['w', 'white'],
    ['o', 'overview'],
    ['d', 'details'],
    ['r', 'reset'],
    ['?', 'keys'],
    ['Escape', 'leave'],
  ])('%s: %s', (key, command) => expect(press(key)).toBe(command))

  it('is named once only, so that no key does two things', () => {
    const all = Object.values(deckKeys).flatMap(({ keys }) => keys)
    expect(new Set(all).size).toBe(all.length)
  })

  it('Space with Shift goes back, as it scrolls a page', () => {
    expect(press(' ', undefined, {}, { shiftKey: true })).toBe('back')
    expect(press(' ', 'button', {}, { shiftKey: true })).toBeUndefined()
  })

  it('that is a character does nothing where those are switched off, and all others stay', () => {
    for (const key of ['7', 'f', 'b', '?'])
      expect(press(key, undefined, { letters: false }), key).toBeUndefined()
    for (const key of ['PageDown', 'ArrowRight', ' '])
      expect(press(key, undefined, { letters: false })).toBe('next')
    expect(press('Escape', undefined, { letters: false })).toBe('leave')
  })

  it('lies where its letter, digit or sign is printed, whatever the layout writes', () => {
    expect(press('А', undefined, {}, { code: 'KeyF', shiftKey: true })).toBe('fullScreen')
    expect(press('ذ', undefined, {}, { code: 'KeyB' })).toBe('black')
    expect(press('٣', undefined, {}, { code: 'Digit3' })).toBe('digit')
    expect(press('؟', undefined, {}, { code: 'Slash', shiftKey: true })).toBe('keys')
  })

  it('Enter jumps and Backspace erases when a number stands', () => {
    expect(press('Enter', undefined, { typing: true })).toBe('jump')
    expect(press('Enter')).toBeUndefined()
    expect(press('Backspace', undefined, { typing: true })).toBe('erase')
  })

  it('of a clicker turns the slide even while the graph has the focus', () => {
    expect(press('PageDown', '[role="tree"]')).toBe('next')
    expect(press('PageUp', '[role="slider"]')).toBe('back')
  })

  it('walks in a graph or a table that was reached by keys, and turns the slide after a click into it', () => {
    for (const figure of ['[role="tree"]', '[role="grid"]'])
      for (const key of ['ArrowRight', ' ']) {
        expect(press(key, figure), key).toBeUndefined()
        expect(press(key, figure, { byPointer: true }), key).toBe('next')
      }
    expect(press('Escape', '[role="tree"]')).toBeUndefined()
    expect(press('Escape', '[role="tree"]', { byPointer: true })).toBe('leave')
  })

  it('belongs to what has keys of its own: Backspace takes a piece away there, and goes back anywhere else', () => {
    for (const byPointer of [true, false])
      expect(press('Backspace', '[data-keys]', { byPointer })).toBeUndefined()
    for (const key of ['ArrowRight', ' ']) expect(press(key, '[data-keys]')).toBeUndefined()
    expect(press('Backspace', 'button')).toBe('back')
  })

  it('sets a slider however that was reached, and the screen can say so', () => {
    for (const byPointer of [true, false]) {
      expect(press('ArrowLeft', '[role="slider"]', { byPointer })).toBeUndefined()
      expect(keepsArrows(inside('[role="slider"]'), byPointer)).toBe(true)
    }
    expect(keepsArrows(inside('[role="tree"]'), true)).toBe(false)
    expect(keepsArrows(inside('summary'), false)).toBe(false)
  })

  it('presses a button that was reached by keys, and does not press again what was clicked', () => {
    for (const what of ['button', 'summary']) {
      expect(press(' ', what)).toBeUndefined()
      expect(press(' ', what, { byPointer: true })).toBe('next')
      expect(press('ArrowRight', what)).toBe('next')
    }
  })

  it('that is being typed stays in the field', () => {
    for (const key of ['7', 'ArrowLeft', 'b', ' ', 'Backspace'])
      expect(press(key, 'textarea')).toBeUndefined()
  })

  it('belongs to a dialog while one is open', () => {
    for (const key of ['PageDown', 'Escape', 'o']) expect(press(key, 'dialog')).toBeUndefined()
  })
})
