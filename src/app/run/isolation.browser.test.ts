import { expect, it } from 'vitest'

// Threads of the WASM backend need shared memory, which a page has only when it is cross-origin isolated.
it('runs browser tests in a cross-origin isolated page', () => {
  expect(crossOriginIsolated).toBe(true)
  expect(new SharedArrayBuffer(8).byteLength).toBe(8)
})
