import { describe, expect, it } from 'vitest'
import { deckCommand } from './deckKeys'

const press = (key: string, inside?: string, typing = false, held: object = {}, letters = true) =>
  deckCommand(
    {
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      ...held,
      target: { closest: (selector: string) => inside !== undefined && selector.includes(inside) } as never,
    },
    typing,
    letters,
  )

describe('a key on the slides', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['ArrowLeft', 'back'],
    ['PageUp', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['7', 'digit'],
    ['Escape', 'leave'],
  ])('%s: %s', (key, command) => expect(press(key)).toBe(command))

  it('Space with Shift goes back, as it scrolls a page', () => {
    expect(press(' ', undefined, false, { shiftKey: true })).toBe('back')
    expect(press(' ', 'button', false, { shiftKey: true })).toBeUndefined()
  })

  it('that is a character does nothing where those are switched off, and all others stay', () => {
    for (const key of ['7', 'F']) expect(press(key, undefined, false, {}, false), key).toBeUndefined()
    for (const key of ['PageDown', 'ArrowRight', ' '])
      expect(press(key, undefined, false, {}, false)).toBe('next')
    expect(press('Escape', undefined, false, {}, false)).toBe('leave')
  })

  it('lies where its letter or digit is printed', () => {
    expect(press('А', undefined, false, { code: 'KeyF', shiftKey: true })).toBe('fullScreen')
    expect(press('٣', undefined, false, { code: 'Digit3' })).toBe('digit')
  })

  it('Enter jumps when a number stands, and is left alone otherwise', () => {
    expect(press('Enter', undefined, true)).toBe('jump')
    expect(press('Enter')).toBeUndefined()
  })

  it('of a clicker turns the slide even while the graph has the focus', () => {
    expect(press('PageDown', '[role="tree"]')).toBe('next')
    expect(press('ArrowRight', '[role="tree"]')).toBeUndefined()
  })

  it('belongs to a card that Space opens, and to a table that arrows walk through', () => {
    expect(press(' ', 'summary')).toBeUndefined()
    expect(press('ArrowRight', 'summary')).toBe('next')
    for (const key of [' ', 'ArrowDown']) expect(press(key, '[role="grid"]')).toBeUndefined()
    expect(press(' ', '[role="slider"]')).toBeUndefined()
    expect(press('ArrowLeft', '[role="separator"]')).toBeUndefined()
  })

  it('that is being typed stays in the field', () => {
    expect(press('7', 'textarea')).toBeUndefined()
    expect(press('ArrowLeft', 'textarea')).toBeUndefined()
  })
})
