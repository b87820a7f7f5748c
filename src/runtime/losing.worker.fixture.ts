import { backend } from '@tensorflow/tfjs-core'
import './worker'

// For tests only: the worker of the product, whose WebGL context is taken away on request.
addEventListener('message', (event) => {
  if (event.data !== 'lose') return
  const { gl } = (backend() as unknown as { gpgpu: { gl: WebGLRenderingContext } }).gpgpu
  gl.getExtension('WEBGL_lose_context')!.loseContext()
})
