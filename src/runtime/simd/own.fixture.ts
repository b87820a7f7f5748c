import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import { env, setBackend } from '@tensorflow/tfjs-core'
import { registerOwnKernels } from './register'

/** Begins WASM on one thread in Node, with kernels of our own. */
export async function beginOwn(): Promise<void> {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  setWasmPaths(`${process.cwd()}/node_modules/@tensorflow/tfjs-backend-wasm/dist/`)
  if (!(await setBackend('wasm'))) throw new Error('WASM does not begin here.')
  registerOwnKernels()
}
