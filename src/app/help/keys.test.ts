import { describe, expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { layout } from '../../diagram/layout'
import { neighbour } from '../../diagram/navigate'
import { build } from '../../nn/build'
import { graphKeys } from './does'
import { caps, commandOf, pageKeys, type Press } from './keys'

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a key of the page', () => {
  it('means one thing only', () => {
    const names = Object.values(pageKeys).flatMap(({ keys }) => [...keys])
    expect(new Set(names).size).toBe(names.length)
  })

  it('opens the search as a sign, on any keyboard, and with Ctrl or ⌘ also while typing', () => {
    expect(commandOf(press('/'), 'free')).toBe('search')
    // A German keyboard has it over the 7.
    expect(commandOf(press('/', { shiftKey: true }), 'free')).toBe('search')
    for (const held of [{ ctrlKey: true }, { metaKey: true }])
      expect(commandOf(press('k', held), 'text')).toBe('search')
  })

  it('lies where its letter is printed on a keyboard that writes no Latin letters', () => {
    expect(commandOf(press('я', { code: 'KeyZ', ctrlKey: true }), 'free')).toBe('undo')
    expect(commandOf(press('л', { code: 'KeyK', metaKey: true }), 'text')).toBe('search')
    expect(commandOf(press('Щ', { code: 'KeyO', shiftKey: true }), 'free')).toBe('closeAll')
    expect(commandOf(press('τ', { code: 'KeyT' }), 'free')).toBe('trace')
    // A French Z lies where an English W does.
    expect(commandOf(press('z', { code: 'KeyW', ctrlKey: true }), 'free')).toBe('undo')
  })

  it('is left to a text that is being typed', () => {
    for (const key of ['/', '?', 'f', 't', '-']) expect(commandOf(press(key), 'text'), key).toBeUndefined()
    expect(commandOf(press('z', { ctrlKey: true }), 'text')).toBeUndefined()
  })

  it('in a field whose text is settled is no command either, but undo is the page’s', () => {
    expect(commandOf(press('-'), 'taken')).toBeUndefined()
    expect(commandOf(press('z', { ctrlKey: true }), 'taken')).toBe('undo')
  })

  it('tells a letter from the same with Shift, and not by Caps Lock', () => {
    expect(commandOf(press('o'), 'free')).toBe('openAll')
    expect(commandOf(press('O'), 'free')).toBe('openAll')
    expect(commandOf(press('O', { shiftKey: true }), 'free')).toBe('closeAll')
  })

  it('leaves the browser its own: Ctrl+F searches in the page, Alt opens menus', () => {
    expect(commandOf(press('f', { ctrlKey: true }), 'free')).toBeUndefined()
    expect(commandOf(press('f', { altKey: true }), 'free')).toBeUndefined()
    expect(commandOf(press('z'), 'free')).toBe('zoomToSelection')
    expect(commandOf(press('z', { ctrlKey: true }), 'free')).toBe('undo')
    expect(commandOf(press('Z', { ctrlKey: true, shiftKey: true }), 'free')).toBe('redo')
  })

  it('that is a single character can be switched off; those with Ctrl stay', () => {
    for (const key of ['/', '?', 'f', '+', 'O']) expect(commandOf(press(key), 'free', false)).toBeUndefined()
    expect(commandOf(press('k', { ctrlKey: true }), 'free', false)).toBe('search')
    expect(graphKeys.flatMap(({ keys }) => keys).filter((key) => /^\S$/.test(key))).toEqual([])
  })

  it('is shown as it is printed', () => {
    expect(caps('Shift+o')).toEqual(['Shift', 'O'])
    expect(caps('Ctrl+k', false)).toEqual(['Ctrl', 'K'])
    expect(caps('Ctrl+k', true)).toEqual(['⌘', 'K'])
    expect(caps('ArrowLeft')).toEqual(['←'])
  })
})

it('every key for moving that the help lists moves in the graph', () => {
  const graph = build(resolve('googlenet').architecture)
  const scene = layout(graph, { expanded: new Set(['inception_3a']) })
  const moving = graphKeys.flatMap(({ keys }) => keys).filter((key) => /^(Arrow|Home|End)/.test(key))
  expect(moving).toHaveLength(6)
  for (const key of moving)
    expect(
      scene.boxes.some((box) => neighbour(scene, box.id, key) !== null),
      key,
    ).toBe(true)
})
