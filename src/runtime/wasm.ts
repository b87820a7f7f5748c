import { setBackend } from '@tensorflow/tfjs-core'
import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'

/** The backend keeps that many workers ready; more threads than that would start late. */
const mostThreads = 8

/**
 * Starts the WASM backend on all cores. Threads need a cross-origin isolated page; elsewhere there is one.
 * @param most threads at most, where kernels are too small to be shared out
 * @returns the number of threads, at least 1
 */
export async function startWasm(most = mostThreads): Promise<number> {
  // Resolved here, because the backend's own module may be loaded from a blob, where a relative path means nothing.
  const here = (url: string) => new URL(url, self.location.href).href
  setWasmPaths({
    'tfjs-backend-wasm.wasm': here(plain),
    'tfjs-backend-wasm-simd.wasm': here(simd),
    'tfjs-backend-wasm-threaded-simd.wasm': here(threaded),
  })
  const threads = Math.max(1, Math.min(navigator.hardwareConcurrency, most))
  setThreadsCount(threads)
  const started = await pretendingCores(2 * threads, () => setBackend('wasm'))
  if (!started) throw new Error('WebAssembly could not be started.')
  return getThreadsCount()
}

/**
 * The backend takes at most half of `navigator.hardwareConcurrency` as threads, whatever it was asked for; on two
 * cores that leaves one idle. While it starts it is told twice the number.
 */
async function pretendingCores<T>(count: number, start: () => Promise<T>): Promise<T> {
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: count, configurable: true })
  try {
    return await start()
  } finally {
    delete (navigator as { hardwareConcurrency?: number }).hardwareConcurrency
  }
}
