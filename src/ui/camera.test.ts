import { afterEach, expect, it, vi } from 'vitest'
import { openCamera } from './camera'

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['NotAllowedError', /was not allowed; you can change that/],
  ['NotFoundError', /no camera/],
  ['NotReadableError', /Another program/],
  ['AbortError', /could not be opened \(AbortError\)/],
])('a webcam that does not start because of a %s is told in a sentence', async (name, sentence) => {
  const getUserMedia = () => Promise.reject(new DOMException('no', name))
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
  await expect(openCamera()).rejects.toThrow(sentence)
})

it('so is a page that may ask for none, since its address is not secure', async () => {
  vi.stubGlobal('navigator', {})
  await expect(openCamera()).rejects.toThrow(/begins with https or localhost\.$/)
})
