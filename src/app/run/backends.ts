import { type Backend, backendNames, type EngineStatus, type Probe } from '../../runtime/types'
import { milliseconds } from '../../ui/format'

/** What is known of every backend: of two measurements the later. */
export function newest(before: readonly Probe[], now: readonly Probe[]): readonly Probe[] {
  const measured = new Set(now.map(({ backend }) => backend))
  return [...before.filter(({ backend }) => !measured.has(backend)), ...now]
}

/** `WASM · 2 threads · 31 ms`: what runs, and how long the last forward pass took, or that one is on. */
export function backendLine(
  status: EngineStatus,
  last: { readonly milliseconds: number; readonly backend: Backend } | undefined,
  isRunning = false,
): string {
  if (status.state === 'starting') return 'starting …'
  if (status.state !== 'ready') return 'no backend'
  const threads = status.threads > 1 ? ` · ${status.threads} threads` : ''
  if (isRunning) return `${backendNames[status.backend]}${threads} · running …`
  const time = last?.backend === status.backend ? ` · ${milliseconds(last.milliseconds)}` : ''
  return `${backendNames[status.backend]}${threads}${time}`
}
