import { beforeEach, expect, it } from 'vitest'
import { useStore } from './store'
import { start } from './url'

const now = useStore.getState

beforeEach(() => now().restore(start, []))

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
