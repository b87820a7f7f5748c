import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Stroke } from './strokes'

const line: Stroke = { tool: 'pen', color: 'red', width: 4, on: null, points: [[0, 1, 0.5]] }

let room = Infinity
const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  })
  vi.resetModules()
})
afterEach(() => {
  room = Infinity
  vi.unstubAllGlobals()
})

it('strokes that found no room stay on the slide and are told of, until there is room again', async () => {
  const { addStroke, inkOn, setInk, useUnkeptInk } = await import('./strokes')
  addStroke('a/b', line)
  expect(useUnkeptInk.getState()).toBe(false)
  room = 100
  addStroke('a/b', line)
  expect(useUnkeptInk.getState()).toBe(true)
  expect(inkOn('a/b')).toHaveLength(2)
  setInk('a/b', [])
  expect(useUnkeptInk.getState()).toBe(false)
  expect(kept.get('layerwise:ink')).toBe('{}')
})

it('after a reload the strokes that were kept are there', async () => {
  const { addStroke } = await import('./strokes')
  addStroke('a/b', line)
  vi.resetModules()
  const { inkOn } = await import('./strokes')
  expect(inkOn('a/b')).toEqual([line])
})
