import { expect, it } from 'vitest'
import { exactly, fromBlob, fromBytes } from './source'
import { isModel, type Kind, kindOf, sniff } from './sniff'

const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const header = '{"w":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}'
const safetensors = letters(`${String.fromCharCode(header.length)}\0\0\0\0\0\0\0${header}\0\0\0\0`)
/** ir_version 8, producer "pytorch", a graph of three bytes. */
const onnx = letters('\x08\x08\x12\x07pytorch\x3a\x03\x12\x01g')

it.each<[Kind, Uint8Array]>([
  ['safetensors', safetensors],
  ['zip', letters('PK\x03\x04\0\0')],
  ['zip', letters('PK\x05\x06\0\0')],
  ['hdf5', letters('\x89HDF\r\n\x1a\n\0')],
  ['hdf5', letters(`${'\0'.repeat(512)}\x89HDF\r\n\x1a\n\0`)],
  ['pickle', letters('\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19')],
  ['npy', letters('\x93NUMPY\x01\0')],
  ['onnx', onnx],
  // Cut off within its graph.
  ['onnx', letters('\x08\x08\x12\x07pytorch\x3a\x7f\x12\x01g')],
  ['json', letters('\n {"id": "cifar-resnet20"}')],
  ['image', letters('\x89PNG\r\n\x1a\n\0')],
  ['image', letters('\xff\xd8\xff\xe0')],
  ['image', letters('<?xml version="1.0"?>\n<svg xmlns="a">')],
  ['unknown', letters('')],
  ['unknown', letters('A text about networks.')],
  ['unknown', letters('\x08\x08')],
])('%s is told by its bytes', async (kind, bytes) =>
  expect(await sniff(fromBytes(bytes, 'any.name'))).toBe(kind),
)

it('a header that would be longer than its file is no safetensors', () =>
  expect(kindOf(safetensors.subarray(0, 60), 20)).toBe('unknown'))

it('a file of the page and bytes in memory are read alike', async () => {
  for (const source of [fromBlob(new File([safetensors], 'a')), fromBytes(safetensors, 'a')]) {
    expect(await source.slice(8, 10)).toEqual(letters('{"'))
    await expect(exactly(source, 0, 1e9)).rejects.toThrow(
      'a is cut off: it refers to bytes up to 1,000,000,000, but has only 65.',
    )
  }
})

it.each([
  ['notes.pth', 'The weights are elsewhere.', true],
  ['empty.onnx', '', true],
  ['weights.data', 'abc', true],
  ['photo.onnx', '\x89PNG\r\n\x1a\n', false],
  ['photo.heic', 'abc', false],
  ['paper.pdf', '%PDF-1.7', true],
  ['lecture', 'abc', true],
])('%s is told from an image by its bytes or else by its name: %#', async (name, text, is) =>
  expect(await isModel(fromBytes(letters(text), name))).toBe(is),
)
