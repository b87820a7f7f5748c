import { later } from '../ui/later'
import { type Backend, CancelledError, type Engine } from './types'

const fetchEngine = later(() => import('./engine'))

/** An engine of somebody's own, made when first asked for, that ends with whoever holds it. */
export function holdEngine() {
  let held: { readonly engine: Engine; readonly backend: Backend | undefined } | undefined
  let isOver = false
  return {
    /** @param backend another than before makes another engine */
    async get(backend?: Backend): Promise<Engine> {
      const { createEngine } = await fetchEngine()
      // It may have been let go of while the file was on its way.
      if (isOver) throw new CancelledError('Nobody waits for this engine any more.')
      if (held?.backend !== backend || !held) {
        held?.engine.destroy()
        held = { engine: createEngine({ ...(backend && { backend }) }), backend }
      }
      return held.engine
    },
    end(): void {
      isOver = true
      held?.engine.destroy()
      held = undefined
    },
  }
}
