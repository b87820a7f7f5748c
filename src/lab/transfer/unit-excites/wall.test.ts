import { afterEach, expect, it, vi } from 'vitest'
import { modelNames } from './names'
import { storedPictures } from './wall'

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['do not come', () => Promise.reject(new TypeError('offline'))],
  ['are not stored', () => Promise.resolve({ ok: false })],
  ['break off', () => Promise.resolve({ ok: true, blob: () => Promise.reject(new TypeError('offline')) })],
  ['are no image', () => Promise.resolve({ ok: true, blob: () => Promise.resolve(new Blob()) })],
])('pictures that %s are none', async (_, fetch) => {
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('document', { baseURI: 'https://example.org/' })
  expect(await storedPictures(modelNames[0], 'stage1', { tile: 1, values: [1] })).toBeNull()
})
