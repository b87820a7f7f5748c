import type { Choice, Starter } from './choose'
import { type CreateWorker, type Lane, open } from './lane'
import type { Backend, Probe } from './types'
import { sentence } from './words'

/** A worker and the backend that it runs. */
export interface Life extends Choice {
  readonly lane: Lane
}

/** A worker on its way, or there. */
export interface Beginning {
  /** Rejects with a sentence for the screen where nothing can run, or with the reason that ended it. */
  readonly life: Promise<Life>
  /** What has been found out about backends so far. */
  readonly probes: readonly Probe[]
  /** Ends the worker, started or not; what it owes rejects with the reason. */
  end(reason: Error): void
}

/** In seconds. Files come over a network; the rest depends on this device alone. */
const patience = { files: 60, threads: 8, start: 20, measure: 20 }

/** Once threads did not start in this page, no other worker is asked for them. */
let mostThreads: number | undefined

/**
 * Starts a worker and a backend in it. A worker that does not answer answers nobody any more, so whoever is asked next
 * is asked in a worker of its own.
 * @param pick chooses the backend, which it leaves started; it may report what it measured
 * @param onLost called when the worker ends by itself after its backend had started
 * @param name of the worker, in the browser's tools
 */
export function begin(
  pick: (starter: Starter, report: (probes: readonly Probe[]) => void) => Promise<Choice>,
  onLost: (life: Life, reason: Error) => void,
  name = 'layerwise',
  createWorker?: CreateWorker,
): Beginning {
  const probes: Probe[] = []
  let lane: Lane | undefined
  let found: Life | undefined
  let ended: Error | undefined

  function living(): Lane {
    if (ended) throw ended
    if (!lane || lane.isOver)
      lane = open(name, (reason) => found?.lane.isOver && onLost(found, reason), createWorker)
    return lane
  }

  async function start(backend: Backend, threads: number | undefined, seconds: number) {
    const mine = living()
    await mine.ask((api) => api.load(backend, threads), patience.files)
    return mine.ask((api) => api.start(backend, threads), seconds)
  }

  const starter: Starter = {
    async start(backend, most = mostThreads) {
      const threaded = backend === 'wasm' && most !== 1 && globalThis.crossOriginIsolated
      if (!threaded) return start(backend, most, patience.start)
      try {
        return await start(backend, most, patience.threads)
      } catch {
        // Firefox starts no threads now and then, and says nothing.
        lane?.end(new Error('its threads did not start'))
        const started = await start(backend, 1, patience.start)
        mostThreads = 1
        return started
      }
    },
    measure: () => living().ask((api) => api.measure(), patience.measure),
  }

  async function live(): Promise<Life> {
    try {
      const choice = await pick(starter, (all) => void probes.push(...all))
      found = { ...choice, lane: living() }
      // Answered when the device is gone, and that answer ends the worker.
      found.lane.ask((api) => api.whenLost()).catch(() => {})
      return found
    } catch (error) {
      lane?.end(new Error('no backend started'))
      throw ended ?? new Error(whyNone(error), { cause: error })
    }
  }

  return {
    life: live(),
    probes,
    end(reason) {
      ended ??= reason
      lane?.end(reason)
    },
  }
}

function whyNone(error: unknown): string {
  return typeof Worker === 'undefined'
    ? 'This browser has no web workers, so networks cannot run here. The graph and all its numbers still work.'
    : `Networks cannot run here: ${sentence(error)} The graph and all its numbers still work.`
}
