import { proxy, type Remote, transfer } from 'comlink'
import type { NodeId } from '../nn/graph'
import { type Beginning, begin, type Life } from './begin'
import { choose, forget, wished } from './choose'
import type { CreateWorker } from './lane'
import type { Outcome } from './service'
import {
  type Backend,
  backendNames,
  CancelledError,
  type Engine,
  type EngineStatus,
  type Progress,
  type RunRequest,
  type RunResult,
  type Supply,
} from './types'
import { messageOf } from './words'
import type { WorkerApi } from './worker'

/** Options for tests: another way to make the worker. */
export interface EngineOptions {
  readonly backend?: Backend
  readonly createWorker?: CreateWorker
}

/** A run that has come to its end, and the worker that holds its tensors. */
interface Done {
  readonly life: Life
  readonly outcome: Outcome
}

/** How often a device may be lost before the engine stops trusting it, and then before it stops. */
const patience = 2

const newer = () => new CancelledError('A newer run has begun.')

/** Starts a worker at once and chooses a backend; runs wait for it. */
export function createEngine({ backend, createWorker }: EngineOptions = {}): Engine {
  const listeners = new Set<(status: EngineStatus, notice?: string) => void>()
  let status: EngineStatus = { state: 'starting' }
  let losses = 0
  let latest = 0
  let beginning = start(backend)
  follow(beginning)

  function start(wish?: Backend): Beginning {
    return begin(
      (starter, report) => (wish ? wished(starter, wish) : choose(starter, report)),
      recover,
      'layerwise',
      createWorker,
    )
  }

  /** Tells what comes of a beginning, for as long as it is the newest. */
  function follow(mine: Beginning, notice?: string): void {
    const publish = (next: EngineStatus, told?: string) => {
      if (beginning !== mine || status.state === 'ended') return
      status = next
      listeners.forEach((listener) => listener(next, told))
    }
    publish({ state: 'starting' })
    mine.life.then(
      ({ backend, threads, notice: own }) =>
        publish({ state: 'ready', backend, threads, probes: mine.probes }, own ?? notice),
      (error: unknown) => publish({ state: 'unavailable', reason: messageOf(error), probes: mine.probes }),
    )
  }

  function enter(wish?: Backend, notice?: string): void {
    beginning.end(new CancelledError('Another worker has taken its place.'))
    beginning = start(wish)
    follow(beginning, notice)
  }

  function recover({ backend: lost }: Life, reason: Error): void {
    losses++
    if (losses > patience) forget()
    const stopped = `${backendNames[lost]} stopped (${reason.message})`
    if (losses <= 2 * patience)
      return enter(
        losses > patience ? 'wasm' : lost,
        `${stopped} and was started again; what was on the screen is being recomputed.`,
      )
    const life = Promise.reject(
      new Error(`${stopped} again and again. To try again, choose where networks run.`),
    )
    beginning = { ...beginning, life }
    follow(beginning)
  }

  async function attempt(
    number: number,
    request: RunRequest,
    onProgress?: (progress: Progress) => void,
    supply?: Supply,
  ): Promise<Done> {
    for (let tries = 0; ; tries++) {
      const life = await beginning.life
      if (number !== latest) throw newer()
      try {
        if (request.given && supply) await handOver(life, request.given.id, supply)
        if (number !== latest) throw newer()
        const report = onProgress && proxy((progress: Progress) => number === latest && onProgress(progress))
        const outcome = await life.lane.ask((api) => api.run(request, deviceGigabytes(), report))
        return { life, outcome }
      } catch (error) {
        if (number !== latest) throw newer()
        // Not tried again: the same run would fail the same way. The next one finds a fresh worker.
        if (error instanceof Error && error.name === 'DeviceError') enter(life.backend)
        else if (life.lane.isOver && tries < patience) continue
        throw error
      }
    }
  }

  async function run(
    request: RunRequest,
    onProgress?: (progress: Progress) => void,
    supply?: Supply,
  ): Promise<RunResult> {
    const number = ++latest
    let present = attempt(number, request, onProgress, supply)
    const { life, outcome } = await present
    /** Asks the worker of this run. After a loss the same seed gives the same numbers, so the trace survives it. */
    async function still<T>(ask: (api: Remote<WorkerApi>, run: number) => Promise<T>): Promise<T> {
      for (let tries = 0; ; tries++) {
        const known = present
        const { life, outcome } = await known
        try {
          return await life.lane.ask((api) => ask(api, outcome.run))
        } catch (error) {
          if (!life.lane.isOver || tries === patience) throw error
          if (number !== latest) throw newer()
          // Whoever finds it lost first computes it again for all.
          if (present === known) present = attempt(number, request, undefined, supply)
        }
      }
    }
    const { nodes, run: _, ...numbers } = outcome
    return {
      trace: {
        nodes: new Set(nodes),
        read: (node: NodeId) => still((api, which) => api.read(which, node)),
        weights: (node: NodeId, name: string, column?: number) =>
          still((api, which) => api.weights(which, node, name, column)),
      },
      ...numbers,
      backend: life.backend,
      threads: life.threads,
    }
  }

  return {
    get status() {
      return status
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    run,
    cancel() {
      latest++
      beginning.life.then(({ lane }) => lane.ask((api) => api.cancel())).catch(() => {})
    },
    async setBackend(name) {
      latest++
      losses = 0
      if (name === 'auto') forget()
      enter(name === 'auto' ? undefined : name)
      await beginning.life
    },
    destroy() {
      latest++
      listeners.clear()
      status = { state: 'ended' }
      beginning.end(new CancelledError('This engine has ended.'))
    },
  }
}

/** Gives a worker the weights that it has not got yet, one by one: a second copy of all would not fit everywhere. */
async function handOver({ lane }: Life, id: string, supply: Supply): Promise<void> {
  if (await lane.ask((api) => api.hasGiven(id))) return
  await supply((node, weight, values) =>
    lane.ask((api) => api.give(id, node, weight, transfer(values, [values.buffer]))),
  )
  await lane.ask((api) => api.closeGiven(id))
}

/** Memory of the device as the browser tells it (at most 8), or a cautious guess. */
function deviceGigabytes(): number {
  return (navigator as { deviceMemory?: number }).deviceMemory ?? 4
}
