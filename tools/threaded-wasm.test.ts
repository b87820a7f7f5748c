import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { threadedWasm } from './threaded-wasm.mjs'

afterEach(() => vi.unstubAllGlobals())

const file = createRequire(import.meta.url).resolve(
  '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-threaded-simd.js',
)
const { transform } = threadedWasm()
const { handler } = transform as unknown as { handler(source: string): { code: string } }

/** How many workers the backend starts, run from its changed source on so many cores. */
async function workersOn(hardwareConcurrency: number, source: string): Promise<number> {
  let count = 0
  vi.stubGlobal('navigator', { hardwareConcurrency })
  vi.stubGlobal('Worker', function () {
    count++
    return { postMessage() {}, terminate() {} }
  })
  // As in a browser's worker: the backend asks where it is.
  const begin = new Function(
    'self, importScripts, process, exports, module, define, document, fetch',
    `${source}\nreturn WasmBackendModuleThreadedSimd`,
  )({ location: { href: 'https://example.org/' } }, () => {}) as (options: object) => void
  begin({ locateFile: (name: string) => name, instantiateWasm: () => ({}) })
  return count
}

describe('the threaded backend starts a worker for each thread beside its own', () => {
  it.each([
    [2, 1],
    [8, 3],
    [16, 7],
  ])('told of %i cores, %i', async (cores, workers) => {
    expect(await workersOn(cores, handler(readFileSync(file, 'utf8')).code)).toBe(workers)
  })
})

it('a backend that has changed stops the build', () => {
  expect(() => handler('something else')).toThrow('has changed')
})
