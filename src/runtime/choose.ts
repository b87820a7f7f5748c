import type { Backend, Probe } from './types'

/** What the choice needs of a worker. */
export interface Starter {
  start(backend: Backend): Promise<{ readonly threads: number; readonly software: boolean }>
  measure(): Promise<number>
}

export interface Choice {
  readonly backend: Backend
  readonly threads: number
  readonly notice?: string
}

const storageKey = 'layerwise.backend'

/** What makes a device another one, as far as speed goes. */
function device(): string {
  return [navigator.userAgent, navigator.hardwareConcurrency, globalThis.crossOriginIsolated].join(' | ')
}

/** The choice of an earlier visit on this device. */
function remembered(): { readonly backend: Backend; readonly probes: readonly Probe[] } | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    return stored?.device === device() ? stored : undefined
  } catch {
    // No storage, or something else in it: measure again.
    return undefined
  }
}

function remember(backend: Backend, probes: readonly Probe[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify({ device: device(), backend, probes }))
  } catch {
    // Without storage the next visit measures again.
  }
}

/** Forgets the choice, so that the next start measures again. */
export function forget(): void {
  try {
    localStorage.removeItem(storageKey)
  } catch {
    // Nothing was remembered then.
  }
}

/** The fastest backend: as remembered on this device, or by a short measurement of each. */
export async function choose(starter: Starter, report: (probes: readonly Probe[]) => void): Promise<Choice> {
  const before = remembered()
  if (before) {
    try {
      const { threads } = await starter.start(before.backend)
      report(before.probes)
      return { backend: before.backend, threads }
    } catch {
      forget()
    }
  }
  const probes = await probeAll(starter)
  report(probes)
  const fastest = probes
    .filter((probe) => probe.milliseconds !== null)
    .sort((a, b) => a.milliseconds! - b.milliseconds!)[0]
  if (!fastest) throw new Error(probes.map((probe) => probe.reason).join(' '))
  const { threads } = await starter.start(fastest.backend)
  remember(fastest.backend, probes)
  return { backend: fastest.backend, threads }
}

/** Tries every backend. Graphics rendered in software are never faster than WASM and are not measured. */
export async function probeAll(starter: Starter): Promise<readonly Probe[]> {
  const probes: Probe[] = []
  for (const backend of ['wasm', 'webgpu', 'webgl'] as const) {
    try {
      const { software } = await starter.start(backend)
      probes.push(
        software && backend !== 'wasm'
          ? { backend, milliseconds: null, reason: 'Rendered in software here, which is slower than WASM.' }
          : { backend, milliseconds: await starter.measure() },
      )
    } catch (error) {
      probes.push({
        backend,
        milliseconds: null,
        reason: error instanceof Error ? error.message : String(error),
      })
    }
  }
  // Plain JavaScript is a last resort, a hundred times slower; measuring it would take seconds.
  if (probes.some((probe) => probe.milliseconds !== null))
    probes.push({
      backend: 'cpu',
      milliseconds: null,
      reason: 'Plain JavaScript: a last resort, not measured.',
    })
  else
    try {
      await starter.start('cpu')
      probes.push({ backend: 'cpu', milliseconds: await starter.measure() })
    } catch (error) {
      probes.push({
        backend: 'cpu',
        milliseconds: null,
        reason: error instanceof Error ? error.message : String(error),
      })
    }
  return probes
}
