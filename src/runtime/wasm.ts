import { env, setBackend } from '@tensorflow/tfjs-core'
import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url'
import { registerOwnKernels } from './simd/register'

/** More threads than that share out too little work each. */
const mostThreads = 8

// Resolved here, because the backend's own module may be loaded from a blob, where a relative path means nothing.
const here = (url: string) => new URL(url, self.location.href).href

/**
 * Fetches the module that `startWasm` will start, so that the browser has it when the backend asks for it.
 * @param most as for `startWasm`
 */
export async function fetchWasm(most?: number): Promise<void> {
  if (most === 1) env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  const has = (what: string) => env().getAsync(`WASM_HAS_${what}_SUPPORT`)
  const [hasSimd, hasThreads] = await Promise.all([has('SIMD'), has('MULTITHREAD')])
  const answer = await fetch(here(!hasSimd ? plain : hasThreads ? threaded : simd))
  if (!answer.ok) throw new Error('The WebAssembly files of TensorFlow.js did not arrive.')
  await answer.arrayBuffer()
}

/**
 * Starts the WASM backend on all cores. Threads need a cross-origin isolated page; elsewhere there is one.
 * @param most threads at most; 1 starts the module without threads, which needs no worker beside its own
 * @returns the number of threads, at least 1
 */
export async function startWasm(most = mostThreads): Promise<number> {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': here(plain),
    'tfjs-backend-wasm-simd.wasm': here(simd),
    'tfjs-backend-wasm-threaded-simd.wasm': here(threaded),
  })
  if (most === 1) env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  const threads = Math.max(1, Math.min(navigator.hardwareConcurrency, most))
  setThreadsCount(threads)
  const started = await pretendingCores(2 * threads, () => setBackend('wasm'))
  if (!started) throw new Error('WebAssembly could not be started.')
  registerOwnKernels()
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
