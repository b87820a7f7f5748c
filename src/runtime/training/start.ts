import { start } from '../backends'
import type { Backend } from '../types'

/**
 * The backend that small networks train on: WASM with one thread. Their kernels are too small to be shared out (on two
 * busy cores two threads that wait for one another took eight times as long as one), and several networks train in as
 * many workers. Where there is no WASM, WebGL, and plain JavaScript as the last resort.
 */
export async function startForTraining(): Promise<Backend> {
  try {
    const { startWasm } = await import('../wasm')
    await startWasm(1)
    return 'wasm'
  } catch {
    for (const name of ['webgl', 'cpu'] as const)
      try {
        await start[name]()
        return name
      } catch {
        // The next one.
      }
    throw new Error('No backend of TensorFlow.js could be started here.')
  }
}
