import { proxy, type Remote, wrap } from 'comlink'
import type { NodeId } from '../nn/graph'
import { type Choice, choose, forget, type Starter } from './choose'
import type { Outcome } from './service'
import {
  type Backend,
  CancelledError,
  type Engine,
  type EngineStatus,
  type Probe,
  type Progress,
  type RunRequest,
  type RunResult,
} from './types'
import type { WorkerApi } from './worker'

/** A worker and the backend that it runs. A lost device ends a life; the next one begins with a new worker. */
interface Life {
  readonly worker: Worker
  readonly api: Remote<WorkerApi>
  readonly backend: Backend
  readonly threads: number
  /** Rejects when the device is lost or the worker dies. */
  readonly lost: Promise<never>
  /** Ends this life, for a reason that is shown. */
  lose(reason: string): void
}

const gone = 'the graphics device was lost'

/** How often a device may be lost before the engine stops trusting it. */
const patience = 2

/** Options for tests: another way to make the worker. */
export interface EngineOptions {
  readonly backend?: Backend
  readonly createWorker?: () => Worker
}

function defaultWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'layerwise' })
}

/** Starts a worker at once and chooses a backend; runs wait for it. */
export function createEngine({ backend, createWorker = defaultWorker }: EngineOptions = {}): Engine {
  const listeners = new Set<(status: EngineStatus, notice?: string) => void>()
  let status: EngineStatus = { state: 'starting' }
  let wanted: Backend | undefined = backend
  let losses = 0
  let destroyed = false
  let latest = 0
  let life = begin()

  function publish(next: EngineStatus, notice?: string): void {
    status = next
    if (!destroyed) listeners.forEach((listener) => listener(next, notice))
  }

  async function begin(notice?: string): Promise<Life> {
    publish({ state: 'starting' })
    const probes: Probe[] = []
    try {
      const opened = open(createWorker)
      const starter: Starter = {
        start(name) {
          const onLost = proxy(() => opened.lose(gone))
          return guard(opened, inTime(opened.api.start(name, onLost)))
        },
        measure: () => guard(opened, opened.api.measure()),
      }
      const chosen = wanted
        ? await only(starter, wanted)
        : await choose(starter, (found) => probes.push(...found))
      publish(
        { state: 'ready', backend: chosen.backend, threads: chosen.threads, probes },
        chosen.notice ?? notice,
      )
      opened.lost.catch((error: Error) => {
        if (!destroyed) recover(chosen.backend, error)
      })
      return { ...opened, ...chosen }
    } catch (error) {
      const reason =
        typeof Worker === 'undefined'
          ? 'This browser has no web workers, so networks cannot run here. The graph and all numbers work without them.'
          : `Networks cannot run here: ${sentence(error)} The graph and all numbers work without it.`
      publish({ state: 'unavailable', reason, probes })
      throw new Error(reason, { cause: error })
    }
  }

  /** A backend that was asked for; when it cannot start, the automatic choice with a notice. */
  async function only(starter: Starter, name: Backend): Promise<Choice> {
    try {
      return { backend: name, threads: (await starter.start(name)).threads }
    } catch (error) {
      wanted = undefined
      const chosen = await choose(starter, () => {})
      return {
        ...chosen,
        notice: `${label(name)} could not be used (${sentence(error)}) ${label(chosen.backend)} runs instead.`,
      }
    }
  }

  function recover(lost: Backend, error: Error): void {
    losses++
    if (losses > patience && lost !== 'wasm') {
      wanted = 'wasm'
      forget()
    }
    life = begin(
      `${label(lost)} stopped (${error.message}) and was started again; what was on screen is computed anew.`,
    )
    life.catch(() => {})
  }

  async function attempt(
    run: number,
    request: RunRequest,
    onProgress?: (progress: Progress) => void,
  ): Promise<[Life, Outcome]> {
    for (let tries = 0; ; tries++) {
      const current = await life
      if (run !== latest) throw new CancelledError('A newer run has begun.')
      try {
        const report = onProgress && proxy((progress: Progress) => run === latest && onProgress(progress))
        const outcome = await guard(current, current.api.run(request, deviceGigabytes(), report))
        return [current, outcome]
      } catch (error) {
        if (revive(error).name === 'DeviceError' && (await life) === current) {
          // Not retried: the same run would fail the same way. The next one finds a fresh worker.
          current.worker.terminate()
          life = begin()
          life.catch(() => {})
          throw error
        }
        const replaced = (await life.catch(() => current)) !== current
        if (replaced && tries < patience) continue
        throw revive(error)
      }
    }
  }

  async function run(request: RunRequest, onProgress?: (progress: Progress) => void): Promise<RunResult> {
    const number = ++latest
    // After a loss the same seed gives the same numbers, so the trace survives the worker that computed it.
    let present = attempt(number, request, onProgress)
    const [{ backend, threads }, outcome] = await present
    async function still<T>(ask: (api: Remote<WorkerApi>, run: number) => Promise<T>): Promise<T> {
      for (let tries = 0; ; tries++) {
        const known = present
        if ((await life) !== (await known)[0] && number === latest && present === known)
          present = attempt(number, request)
        const [current, { run }] = await present
        try {
          return await guard(current, ask(current.api, run))
        } catch (error) {
          const replaced = (await life) !== current
          if (!replaced || number !== latest || tries === patience) throw revive(error)
        }
      }
    }
    return {
      trace: {
        nodes: new Set(outcome.nodes),
        read: (node: NodeId) => still((api, which) => api.read(which, node)),
        weights: (node: NodeId, name: string, column?: number) =>
          still((api, which) => api.weights(which, node, name, column)),
      },
      output: outcome.output,
      milliseconds: outcome.milliseconds,
      backend,
      threads,
      tensors: outcome.tensors,
      bytes: outcome.bytes,
      kept: outcome.kept,
    }
  }

  life.catch(() => {})

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
      void life.then(({ api }) => api.cancel()).catch(() => {})
    },
    async setBackend(name) {
      const before = await life.catch(() => undefined)
      before?.worker.terminate()
      latest++
      losses = 0
      wanted = name === 'auto' ? undefined : name
      if (name === 'auto') forget()
      life = begin()
      life.catch(() => {})
      await life
    },
    destroy() {
      destroyed = true
      latest++
      listeners.clear()
      void life.then(({ worker }) => worker.terminate()).catch(() => {})
    },
  }
}

/** A worker, and a promise that rejects when it can no longer be used. */
function open(createWorker: () => Worker) {
  const worker = createWorker()
  let lose: (reason: string) => void = () => {}
  const lost = new Promise<never>((_, reject) => {
    lose = (reason) => {
      worker.terminate()
      reject(new Error(reason))
    }
    worker.addEventListener('error', (event) => lose(event.message || 'its worker could not be started'))
  })
  lost.catch(() => {})
  return { worker, api: wrap<WorkerApi>(worker), lost, lose }
}

/** The answer, or the loss of whoever should have given it. The answer can be the first to tell of the loss. */
async function guard<T>(life: Pick<Life, 'lost' | 'lose'>, answer: Promise<T>): Promise<T> {
  try {
    return await Promise.race([answer, life.lost])
  } catch (error) {
    if (revive(error).name === 'LostError') life.lose(gone)
    throw error
  }
}

/** Threads that cannot be started fail in silence; this gives the silence an end. */
function inTime<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('it did not start within 30 seconds')), 30_000)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Errors lose their class on the way from the worker; the name tells. */
function revive(error: unknown): Error {
  if (error instanceof Error && error.name === 'CancelledError') return new CancelledError(error.message)
  return error instanceof Error ? error : new Error(String(error))
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /[.!?]$/.test(message) ? message : `${message}.`
}

const labels: Readonly<Record<Backend, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
}

/** The name of a backend on screen. */
export function label(backend: Backend): string {
  return labels[backend]
}

/** Memory of the device as the browser tells it (at most 8), or a cautious guess. */
function deviceGigabytes(): number {
  return (navigator as { deviceMemory?: number }).deviceMemory ?? 4
}
