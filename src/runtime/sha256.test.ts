import { createHash } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { hashOf } from './hashOf'
import { sha256 } from './sha256'

const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

it('is SHA-256: the example of the standard', () =>
  expect(sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  ))

it('agrees with another implementation around every length at which the padding changes', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 151 + 7) % 256)
  for (let length = 0; length <= 300; length++)
    expect(sha256(bytes.subarray(0, length)), String(length)).toBe(hex(bytes.subarray(0, length)))
})

it('reads a part of a buffer, and millions of bytes', () => {
  const bytes = Uint8Array.from({ length: 3_000_001 }, (_, i) => (i * i) % 251)
  expect(sha256(bytes)).toBe(hex(bytes))
  expect(sha256(bytes.subarray(5, 100))).toBe(hex(bytes.subarray(5, 100)))
})

it('is the same by the browser, and by ourselves where the page has no https', async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251)
  const native = await hashOf(bytes)
  vi.stubGlobal('crypto', {})
  expect(await hashOf(bytes)).toBe(native)
  vi.unstubAllGlobals()
  expect(native).toBe(hex(bytes))
})
