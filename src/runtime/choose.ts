import * as v from 'valibot'
import { drop, keep, recallJson } from '../ui/storage'
import { type Backend, backendNames, backends, CancelledError, type Probe } from './types'
import { sentence } from './words'

/** What the choice needs of a worker. */
export interface Starter {
  /** @param most threads at most, where the backend has any */
  start(backend: Backend, most?: number): Promise<{ readonly threads: number; readonly software: boolean }>
  /** Milliseconds of a small network on the backend that was started last. */
  measure(): Promise<number>
}

export interface Choice {
  readonly backend: Backend
  readonly threads: number
  readonly notice?: string
}

const storageKey = 'layerwise.backend'

const stored = v.object({
  device: v.string(),
  backend: v.picklist(backends),
  threads: v.pipe(v.number(), v.integer(), v.minValue(1)),
  probes: v.array(
    v.object({
      backend: v.picklist(backends),
      milliseconds: v.nullable(v.pipe(v.number(), v.finite())),
      reason: v.optional(v.string()),
    }),
  ),
})

/** What makes a device another one, as far as speed goes. */
function device(): string {
  return [navigator.userAgent, navigator.hardwareConcurrency, globalThis.crossOriginIsolated].join(' | ')
}

/** The choice of an earlier visit on this device. */
function remembered(): v.InferOutput<typeof stored> | undefined {
  const found = v.safeParse(stored, recallJson(storageKey))
  return found.success && found.output.device === device() ? found.output : undefined
}

function remember({ backend, threads }: Choice, probes: readonly Probe[]): void {
  keep(storageKey, JSON.stringify({ device: device(), backend, threads, probes }))
}

/** Forgets the choice, so that the next start measures again. */
export function forget(): void {
  drop(storageKey)
}

/** A backend that was asked for; when it cannot start, the fastest with a notice. */
export async function wished(starter: Starter, backend: Backend): Promise<Choice> {
  try {
    const { threads } = await starter.start(backend)
    return { backend, threads }
  } catch (error) {
    const chosen = await choose(starter, () => {})
    const notice = `${backendNames[backend]} could not be used (${sentence(error)}) ${backendNames[chosen.backend]} runs instead.`
    return { ...chosen, notice }
  }
}

/** The fastest backend: as remembered on this device, or by a short measurement of each. */
export async function choose(starter: Starter, report: (probes: readonly Probe[]) => void): Promise<Choice> {
  const before = remembered()
  if (before) {
    try {
      const { threads } = await starter.start(before.backend, before.threads)
      report(before.probes)
      return { backend: before.backend, threads }
    } catch (error) {
      // The choice was not at fault when something else is wished by now.
      if (error instanceof CancelledError) throw error
      forget()
    }
  }
  const probes = await probeAll(starter)
  report(probes)
  const [fastest] = probes
    .filter(({ milliseconds }) => milliseconds !== null)
    .sort((a, b) => a.milliseconds! - b.milliseconds!)
  // One reason may be why none of them starts; it is told once.
  if (!fastest) throw new Error([...new Set(probes.map(({ reason }) => reason))].join(' '))
  const { threads } = await starter.start(fastest.backend)
  const choice = { backend: fastest.backend, threads }
  remember(choice, probes)
  return choice
}

/**
 * The backend for networks that are trained: WASM with one thread. Their kernels are too small to be shared out (on two
 * busy cores two threads that wait for one another took eight times as long as one), and several networks train in as
 * many workers. Where there is no WASM, WebGL, and plain JavaScript as the last resort.
 */
export async function forTraining(starter: Starter): Promise<Choice> {
  const reasons = new Set<string>()
  for (const backend of ['wasm', 'webgl', 'cpu'] as const)
    try {
      await starter.start(backend, 1)
      return { backend, threads: 1 }
    } catch (error) {
      if (error instanceof CancelledError) throw error
      reasons.add(sentence(error))
    }
  throw new Error([...reasons].join(' '))
}

/** Tries every backend. Graphics rendered in software are never faster than WASM and are not measured. */
async function probeAll(starter: Starter): Promise<readonly Probe[]> {
  const probes: Probe[] = []
  const not = (backend: Backend, reason: string) => probes.push({ backend, milliseconds: null, reason })
  const probe = async (backend: Backend) => {
    try {
      const { software } = await starter.start(backend)
      const isSlow = software && (backend === 'webgpu' || backend === 'webgl')
      if (isSlow) not(backend, 'Rendered in software here, which is slower than WASM.')
      else probes.push({ backend, milliseconds: await starter.measure() })
    } catch (error) {
      not(backend, sentence(error))
    }
  }
  for (const backend of ['wasm', 'webgpu', 'webgl'] as const) await probe(backend)
  // Plain JavaScript is a last resort, a hundred times slower; measuring it would take seconds.
  if (probes.some(({ milliseconds }) => milliseconds !== null))
    not('cpu', 'Plain JavaScript: a last resort, not measured.')
  else await probe('cpu')
  return probes
}
