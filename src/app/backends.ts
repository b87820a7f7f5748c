import { type Backend, type EngineStatus } from '../runtime/types'
import { milliseconds } from '../ui/format'

export const backendNames: Readonly<Record<Backend, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
}

/** `WASM · 2 threads · 31 ms`: what runs, and how long the last forward pass took. */
export function backendLine(
  status: EngineStatus,
  last: { readonly milliseconds: number; readonly backend: Backend } | undefined,
): string {
  if (status.state === 'starting') return 'starting …'
  if (status.state === 'unavailable') return 'no backend'
  const threads = status.threads > 1 ? ` · ${status.threads} threads` : ''
  const time = last?.backend === status.backend ? ` · ${milliseconds(last.milliseconds)}` : ''
  return `${backendNames[status.backend]}${threads}${time}`
}
