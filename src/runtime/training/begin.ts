import { type Beginning, begin } from '../begin'
import { later } from '../../ui/later'
import { forTraining } from '../choose'
import { CancelledError } from '../types'

/**
 * A worker in which networks learn.
 * @param onLost called when it ends by itself after it had started
 */
export function beginTraining(name: string, onLost: (reason: Error) => void): Beginning {
  return begin(forTraining, (_, reason) => onLost(reason), name)
}

/** A worker fetches what it learns with; what the first one has fetched, the browser keeps for the next. */
later(async () => {
  const { life, end } = beginTraining('layerwise training, fetched ahead', () => {})
  try {
    await (await life).lane.ask((api) => api.fetchTraining())
  } finally {
    end(new CancelledError('It was begun for its files alone.'))
  }
})

/** Cores that can share a training here: one where the page has no shared memory. */
export const coresToTrain = (): number =>
  globalThis.crossOriginIsolated ? Math.min(navigator.hardwareConcurrency, 4) : 1
