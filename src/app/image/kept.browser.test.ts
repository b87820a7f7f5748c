import { afterEach, expect, it, vi } from 'vitest'
import { contextOf } from '../../ui/canvas'
import { ownImage } from '../state/intent'
import { useStore } from '../state/store'
import { useImageChoice } from './choice'
import { decode } from './decode'
import { prepare } from './image'
import { forgetImage, keepImage, recallImage } from './kept'
import { forgetOwn } from './forget'
import { followImage, showFile, switchImage, usePictures } from './pictures'

afterEach(async () => {
  vi.restoreAllMocks()
  await forgetImage()
})

/** A photo of so many pixels, no two alike in their neighborhood. */
function photo(width: number, height: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = contextOf(canvas)
  const pixels = context.createImageData(width, height)
  for (let i = 0; i < pixels.data.length; i++) pixels.data[i] = i % 4 === 3 ? 255 : (i * 7919) % 256
  context.putImageData(pixels, 0, 0)
  return new Promise((done) => canvas.toBlob((blob) => done(blob!)))
}

it('a kept photo is the same to the last bit for a network, at most 1024 pixels long, and knows how large it was', async () => {
  const picture = await decode(await photo(1400, 1050), 'holiday.png')
  expect(await keepImage(picture)).toBe(true)
  const again = (await recallImage())!
  expect(again).toMatchObject({ name: 'holiday.png', width: 1400, height: 1050, isDrawing: false })
  expect([again.canvas.width, again.canvas.height]).toEqual([1024, 768])
  expect(prepare(again, 224, 224, 'crop').data).toEqual(prepare(picture, 224, 224, 'crop').data)
})

it('a forgotten photo is gone', async () => {
  await keepImage(await decode(await photo(8, 8), 'dot.png'))
  expect(await forgetImage()).toBe(true)
  expect(await recallImage()).toBeNull()
})

it('one that the browser refuses to keep takes the older one with it, which nobody wants to meet again', async () => {
  await keepImage(await decode(await photo(8, 8), 'old.png'))
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The disk is full.', 'QuotaExceededError')
  })
  expect(await keepImage(await decode(await photo(8, 8), 'new.png'))).toBe(false)
  expect(await recallImage()).toBeNull()
})

it('without a place to keep it, a photo is shown all the same, and the reader is told', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('Not in a private window.', 'SecurityError')
  })
  expect(await showFile(await photo(8, 8), 'secret.png')).toBe(true)
  expect(usePictures.getState()).toMatchObject({ picture: { name: 'secret.png' }, isUnkept: true })
  expect(await forgetOwn()).toBe(true)
  expect(usePictures.getState()).toMatchObject({ own: null, isUnkept: false })
})

it('a photo takes the place of the page’s image, one call brings that back and the next the photo, and forgetting ends it', async () => {
  const leave = followImage()
  const shown = () => usePictures.getState().picture?.name
  await vi.waitFor(() => expect(shown()).toBe('Ginger cat, sitting'))
  expect(switchImage()).toBe(false)
  await showFile(await photo(8, 8), 'dot.png')
  expect([useStore.getState().image, shown()]).toEqual([ownImage, 'dot.png'])
  expect(switchImage()).toBe(true)
  await vi.waitFor(() => expect(shown()).toBe('Ginger cat, sitting'))
  switchImage()
  await vi.waitFor(() => expect(shown()).toBe('dot.png'))
  await forgetOwn()
  await vi.waitFor(() => expect(shown()).toBe('Ginger cat, sitting'))
  expect(useImageChoice.getState().choice).toBeNull()
  expect(switchImage()).toBe(false)
  leave()
})
