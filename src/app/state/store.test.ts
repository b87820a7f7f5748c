import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { together } from './history'
import { compareBoth } from '../compare/both'
import { visit } from '../gallery/visit'
import { useStore } from './store'
import { start } from './intent'
import { writeHash } from '../route/url'

const now = useStore.getState

beforeEach(() => {
  now().choose('vgg16')
  now().restore(start, [])
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('selecting opens whatever holds the node', () => {
  now().select('conv2_x/block2/conv1')
  expect([...now().expanded]).toEqual(['conv2_x', 'conv2_x/block2'])
})

it('closing a group closes what it holds and selects it in place of what it hides', () => {
  now().select('conv2_x/block2/conv1')
  now().toggle('conv2_x')
  expect([...now().expanded]).toEqual([])
  expect(now().selected).toBe('conv2_x')
})

it('opening a group selects it, and closing keeps it selected', () => {
  now().toggle('conv3_x')
  expect(now().selected).toBe('conv3_x')
  now().toggle('conv3_x')
  expect(now()).toMatchObject({ selected: 'conv3_x', expanded: new Set() })
})

it('an impossible option changes nothing and comes back as a sentence', () => {
  const before = now().options
  expect(now().setOption('width', 0)).toMatch(/^option "width" cannot be 0/)
  expect(now().options).toBe(before)
})

it('an option set back to its own value is no change', () => {
  now().setOption('width', 32)
  expect(now().options).toEqual({ width: 32 })
  now().setOption('width', 64)
  expect(now().options).toEqual({})
})

it('an option that removes the selected node lets go of it', () => {
  now().select('conv5_x/block2')
  now().setOption('blocks', [1, 1])
  expect(now().selected).toBeNull()
  expect([...now().expanded]).toEqual([])
})

it('another network starts closed and with its own options', () => {
  now().setOption('width', 32)
  now().openAll(true)
  now().choose('vgg16')
  expect(now()).toMatchObject({ network: 'vgg16', options: {}, selected: null })
  expect(now().expanded.size).toBe(0)
})

const layer = 'conv2_x/block1/conv1'

it('an edit is in the address, undone to the address before, and made again', () => {
  const before = writeHash(now())
  now().setAttribute(layer, 'filters', 96)
  const after = writeHash(now())
  expect(after).toBe('#/n/resnet18?edit=conv2_x/block1/conv1.filters:96&seed=1')
  now().undo()
  expect(writeHash(now())).toBe(before)
  now().redo()
  expect(writeHash(now())).toBe(after)
})

it('fast steps in one control are one step back, slow ones and other controls are not', () => {
  for (const filters of [65, 66, 67]) now().setAttribute(layer, 'filters', filters)
  vi.advanceTimersByTime(together)
  now().setAttribute(layer, 'filters', 96)
  now().setAttribute(layer, 'stride', 2)
  now().undo()
  expect(now().edits).toEqual({ [layer]: { filters: 96 } })
  now().undo()
  expect(now().edits).toEqual({ [layer]: { filters: 67 } })
  now().undo()
  expect(now().edits).toEqual({})
  expect(now().history.past).toEqual([])
})

it('undo of an option opens again what the option had closed, and redo closes it again', () => {
  now().toggle('conv2_x')
  now().toggle('conv2_x/block2')
  now().setOption('blocks', [1, 2, 2, 2])
  expect([...now().expanded]).toEqual(['conv2_x'])
  now().undo()
  expect([...now().expanded].sort()).toEqual(['conv2_x', 'conv2_x/block2'])
  now().redo()
  expect([...now().expanded]).toEqual(['conv2_x'])
})

it('undo of an edit leaves the picture as it is arranged', () => {
  now().select(layer)
  now().setAttribute(layer, 'filters', 96)
  const { expanded } = now()
  now().undo()
  expect(now().expanded).toBe(expanded)
  expect(now().selected).toBe(layer)
})

it('an option that removes an edited layer drops the edit, says so, and undo brings both back', () => {
  now().setAttribute('conv2_x/block2/conv1', 'filters', 80)
  now().setOption('blocks', [1, 2, 2, 2])
  expect(now().edits).toEqual({})
  expect(now().problems).toMatchObject([
    { kind: 'lost', sentence: expect.stringContaining('conv2_x/block2/conv1') },
  ])
  now().undo()
  expect(now()).toMatchObject({ options: {}, problems: [] })
  expect(now().edits).toEqual({ 'conv2_x/block2/conv1': { filters: 80 } })
})

it('an edit that an option makes the value of the network is none', () => {
  now().setAttribute(layer, 'filters', 32)
  now().setOption('width', 32)
  expect(now().edits).toEqual({})
})

it('everything goes back at once, in one step', () => {
  now().setOption('width', 32)
  now().setAttribute(layer, 'filters', 80)
  now().resetAll()
  expect(now()).toMatchObject({ options: {}, edits: {} })
  now().undo()
  expect(now().edits).toEqual({ [layer]: { filters: 80 } })
})

it('another network has neither edits nor steps to undo', () => {
  now().setAttribute(layer, 'filters', 80)
  now().choose('vgg16')
  expect(now().edits).toEqual({})
  now().undo()
  expect(now().network).toBe('vgg16')
  expect(now().edits).toEqual({})
})

it('going back to an address of the same network can be undone as well', () => {
  now().setAttribute(layer, 'filters', 80)
  now().restore(start, [])
  now().undo()
  expect(now().edits).toEqual({ [layer]: { filters: 80 } })
})

describe('a comparison', () => {
  it('of a well-known pair shows both as their papers have them', () => {
    useStore.getState().choose('plain34')
    useStore.getState().setOption('width', 32)
    compareBoth('plain34', 'resnet34')
    expect(useStore.getState()).toMatchObject({ network: 'plain34', options: {}, beside: 'resnet34' })
  })

  it('keeps the changed network where only the second one is chosen, and forgets what was open only there', () => {
    useStore.getState().choose('resnet18')
    useStore.getState().setOption('shortcut', 'A')
    useStore.getState().compareWith('plain18')
    useStore.getState().explore({ besideOpen: new Set(['conv2_x']), besideNode: 'fc' })
    useStore.getState().compareWith('resnet18')
    expect(useStore.getState()).toMatchObject({
      options: { shortcut: 'A' },
      beside: 'resnet18',
      besideNode: null,
    })
    expect(useStore.getState().besideOpen.size).toBe(0)
    useStore.getState().compareWith(null)
  })
})

describe('the gallery', () => {
  it('opens a picture as it is shown, with the image and the seed that were chosen', () => {
    now().setSeed(7)
    now().compareWith('plain18')
    visit('lenet5', true)
    expect(writeHash(now())).toBe('#/n/lenet5?open=all&seed=7')
    visit('lenet5', false)
    expect(writeHash(now())).toBe('#/n/lenet5?seed=7')
  })
})
