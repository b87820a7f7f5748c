import { releaseProxy, type Remote, wrap } from 'comlink'
import '../ui/trusted'
import { letWorkersIn } from './closedOff'
import { CancelledError } from './types'
import type { WorkerApi } from './worker'

/** A worker and the answers that it owes. */
export interface Lane {
  /** Whether the worker has ended; then nothing more is answered. */
  readonly isOver: boolean
  /**
   * The worker's answer. It rejects when the worker ends before it has answered, whoever ended it.
   * @param seconds a worker that takes longer is stuck: it is ended
   */
  ask<T>(call: (api: Remote<WorkerApi>) => Promise<T>, seconds?: number): Promise<T>
  /** Ends the worker; everything that it owes rejects with the reason. */
  end(reason: Error): void
}

export type CreateWorker = (name: string) => Worker

// Before any worker is made, whichever of a page's files comes first.
letWorkersIn()

/** The one worker of the site, for forward passes, measurements and training alike. */
export const siteWorker: CreateWorker = (name) =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name })

/**
 * Starts a worker.
 * @param onLost called once when the worker ends by itself: an error, a device that is gone, or without a word
 */
export function open(
  name: string,
  onLost: (reason: Error) => void = () => {},
  createWorker: CreateWorker = siteWorker,
): Lane {
  const worker = createWorker(name)
  const api = wrap<WorkerApi>(worker)
  // A set, and no promise that lives as long as the worker: whatever waits for such a promise, answers included,
  // could be reached from it.
  const owed = new Set<(reason: Error) => void>()
  let over: Error | undefined

  function end(reason: Error): void {
    if (over) return
    over = reason
    worker.terminate()
    // Comlink holds a worker until its proxy is collected, and what listens to the worker holds the proxy.
    api[releaseProxy]()
    owed.forEach((reject) => reject(reason))
    owed.clear()
  }

  function lose(reason: Error): void {
    if (over) return
    end(reason)
    // Rejections are heard a moment later, when whoever hears them finds the next worker on its way.
    onLost(reason)
  }

  function ask<T>(call: (api: Remote<WorkerApi>) => Promise<T>, seconds?: number): Promise<T> {
    if (over) return Promise.reject(over)
    return new Promise<T>((resolve, reject) => {
      const timer =
        seconds &&
        setTimeout(() => lose(new Error(`it did not answer within ${seconds} seconds`)), 1000 * seconds)
      const settle = () => {
        clearTimeout(timer)
        owed.delete(fail)
      }
      const fail = (reason: Error) => {
        settle()
        reject(reason)
      }
      owed.add(fail)
      call(api).then(
        (answer) => {
          settle()
          resolve(answer)
        },
        (error: unknown) => {
          const reason = revive(error)
          // The answer can be the first to tell.
          if (reason.name === 'LostError') lose(reason)
          fail(reason)
        },
      )
    })
  }

  worker.addEventListener('error', (event) =>
    lose(new Error(event.message || 'its worker could not be started')),
  )
  watch(ask, () => lose(new Error('its worker ended')))
  return {
    get isOver() {
      return over !== undefined
    },
    ask,
    end,
  }
}

/**
 * A worker that the browser ends says nothing, but the locks that it held are free then. Where a page is not secure
 * there are no locks, and nothing is watched.
 */
function watch(ask: Lane['ask'], onGone: () => void): void {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks
  if (!locks) return
  const name = `layerwise worker ${crypto.randomUUID()}`
  ask((api) => api.hold(name))
    .then(() => locks.request(name, onGone))
    // It ended before it held anything, and its owner knows.
    .catch(() => {})
}

/** Errors lose their class on the way from the worker; the name tells. */
function revive(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  return error.name === 'CancelledError' ? new CancelledError(error.message) : error
}
