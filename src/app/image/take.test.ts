import { beforeEach, expect, it, vi } from 'vitest'
import type * as Pictures from './pictures'

const { reader } = vi.hoisted(() => ({ reader: { comes: true, reads: true } }))

vi.mock('../../ui/later', () => ({
  later: (fetch: () => Promise<unknown>) => () =>
    reader.comes ? fetch() : Promise.reject(new TypeError('Failed to fetch')),
}))
vi.mock('../given/open', () => ({
  areWeights: async ([{ name }]: File[]) => {
    if (!reader.reads) throw new Error('The file has moved.')
    return name.endsWith('.onnx')
  },
}))
vi.mock('./pictures', async (original) => ({
  ...(await original<typeof Pictures>()),
  showFile: vi.fn(async () => true),
}))

import { useGiven } from '../given/given'
import { showFile, usePictures } from './pictures'
import { takeFiles } from './take'

const network = new File(['…'], 'net.onnx')
const take = vi.fn((show: () => Promise<boolean>) => show())

beforeEach(() => {
  Object.assign(reader, { comes: true, reads: true })
  useGiven.setState({ files: null })
  usePictures.setState({ problem: null })
  take.mockClear()
  vi.mocked(showFile).mockClear()
})

it('a network goes to the dialog that reads it, anything else is shown', async () => {
  expect(await takeFiles([network], take)).toBe(true)
  expect(useGiven.getState().files).toEqual([network])
  expect(take).not.toHaveBeenCalled()
  const image = new File(['…'], '', { type: 'image/png' })
  expect(await takeFiles([image], take, 'Pasted image')).toBe(false)
  expect(showFile).toHaveBeenCalledExactlyOnceWith(image, 'Pasted image')
})

it('a file is not lost without a word where the part that reads it does not come', async () => {
  reader.comes = false
  expect(await takeFiles([network], take)).toBe(false)
  expect(await take.mock.results[0].value).toBe(false)
  expect(usePictures.getState().problem).toMatch(/^net\.onnx cannot be read: .* could not be loaded; /)
})

it('nor where it cannot be read', async () => {
  reader.reads = false
  expect(await takeFiles([network], take)).toBe(false)
  expect(showFile).toHaveBeenCalledExactlyOnceWith(network, 'net.onnx')
})
