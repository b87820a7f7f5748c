import { backend, env, setBackend } from '@tensorflow/tfjs-core'
import type { Backend } from './types'

/** A started backend. */
export interface Started {
  readonly threads: number
  /** Rendered by the processor: correct, but slower than WASM. */
  readonly software: boolean
  /** Called once when the device is lost; never for backends that cannot lose it. */
  onLost(listener: () => void): void
  /** Known before anybody is called: from then on the device answers with zeros and errors. */
  isLost(): boolean
}

/** A backend on the processor, which stays. */
const stays = { onLost: () => {}, isLost: () => false }

/** Fetches what a backend needs. */
export const load: Readonly<Record<Backend, (threads?: number) => Promise<unknown>>> = {
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
  wasm: async (threads) => {
    if (typeof WebAssembly !== 'undefined') await (await import('./wasm')).fetchWasm(threads)
  },
  webgl: () => import('@tensorflow/tfjs-backend-webgl'),
  webgpu: () => import('@tensorflow/tfjs-backend-webgpu'),
}

/**
 * Starts a backend; throws an Error whose message says why it cannot be had here. What only some backends are told:
 * the number of threads, at most; 1 starts a backend that has no threads at all.
 */
export const start: Readonly<Record<Backend, (threads?: number) => Promise<Started>>> = {
  async cpu() {
    await import('@tensorflow/tfjs-backend-cpu')
    await setBackend('cpu')
    return { threads: 1, software: true, ...stays }
  },

  async wasm(threads) {
    if (typeof WebAssembly === 'undefined') throw new Error('This browser has no WebAssembly.')
    const { startWasm } = await import('./wasm')
    return { threads: await startWasm(threads), software: true, ...stays }
  },

  async webgl() {
    const { MathBackendWebGL } = await import('@tensorflow/tfjs-backend-webgl')
    // tfjs refuses software rendering by itself; here whoever asks decides, and the automatic choice avoids it.
    env().set('SOFTWARE_WEBGL_ENABLED', true)
    if (!(await setBackend('webgl').catch(() => false)))
      throw new Error('This browser provides no WebGL context.')
    const device = backend()
    if (!(device instanceof MathBackendWebGL)) throw new Error('WebGL could not be started.')
    const { gl } = device.gpgpu
    return {
      threads: 1,
      software: rendersInSoftware(gl),
      onLost: (listener) => gl.canvas.addEventListener('webglcontextlost', listener, { once: true }),
      isLost: () => gl.isContextLost(),
    }
  },

  async webgpu() {
    const gpu = (navigator as { gpu?: { requestAdapter(): Promise<Adapter | null> } }).gpu
    const adapter = await gpu?.requestAdapter()
    if (!adapter) throw new Error('This browser provides no WebGPU adapter.')
    const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu')
    if (!(await setBackend('webgpu'))) throw new Error('WebGPU could not be started.')
    const running = backend()
    if (!(running instanceof WebGPUBackend)) throw new Error('WebGPU could not be started.')
    return { threads: 1, software: isFallback(adapter), ...leaves(running.device.lost) }
  },
}

/** A device that settles a promise when it goes. */
function leaves(lost: Promise<unknown>): Pick<Started, 'onLost' | 'isLost'> {
  let isLost = false
  void lost.then(() => (isLost = true))
  return { onLost: (listener) => void lost.then(listener), isLost: () => isLost }
}

interface Adapter {
  readonly isFallbackAdapter?: boolean
  readonly info?: { readonly isFallbackAdapter?: boolean; readonly architecture?: string }
}

function isFallback({ isFallbackAdapter, info }: Adapter): boolean {
  return Boolean(isFallbackAdapter || info?.isFallbackAdapter || info?.architecture === 'swiftshader')
}

function rendersInSoftware(gl: WebGLRenderingContext): boolean {
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : ''
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer)
}
