import { backend } from '@tensorflow/tfjs-core'
import './worker'

interface Device {
  readonly gpgpu?: { readonly gl: WebGLRenderingContext }
  readonly device?: { destroy(): void }
}

// For tests only: the worker of the product, whose WebGL context or WebGPU device is taken away on request.
addEventListener('message', (event) => {
  if (event.data !== 'lose') return
  const { gpgpu, device } = backend() as unknown as Device
  gpgpu?.gl.getExtension('WEBGL_lose_context')!.loseContext()
  device?.destroy()
})
