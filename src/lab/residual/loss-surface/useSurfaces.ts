import { useCallback, useState } from 'react'
import type { Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { CancelledError } from '../../../runtime/types'
import { pairOf } from '../../shared/drawings/networks'
import { type OnDone, type Task, useWork } from '../../shared/useTask'
import { type Tried, triedOf, withTried } from './slices'
import { type Job, type Surface, surfaceOf, workOf } from './work'

export const pair = ['plain', 'residual'] as const

export type Surfaces = Readonly<Record<(typeof pair)[number], Surface>>

export interface Settings extends Omit<Job, 'graph'> {
  readonly blocks: number
  readonly norm: 'on' | 'off'
}

/** The surfaces of a plain network and of a residual one, each computed in a worker that ends with the work; and what was found so far. */
export function useSurfaces(
  settings: Settings,
  starts: boolean,
): Task<Surfaces> & { readonly tried: readonly Tried[] } {
  const [tried, setTried] = useState<readonly Tried[]>([])
  const { blocks, norm, steps, seed, direction, side, reach, by } = settings
  const work = useCallback(
    async (signal: AbortSignal, onDone: OnDone) => {
      const networks = pairOf(blocks, norm === 'on')
      const begun: Beginning[] = []
      const end = () => begun.splice(0).forEach((each) => each.end(new CancelledError('It was called off.')))
      signal.addEventListener('abort', end)
      try {
        const made = { plain: 0, residual: 0 }
        const found = await Promise.all(
          pair.map(async (kind) => {
            // What a worker still owes is refused when it ends, so nobody else has to hear of its end.
            const beginning = beginTraining(`loss surface, ${kind}`, () => {})
            begun.push(beginning)
            const { lane } = await beginning.life
            const job = { graph: networks[kind], steps, seed, direction, side, reach, by }
            const surface = await surfaceOf(lane, job, (done) => {
              made[kind] = done
              onDone(made.plain + made.residual, pair.length * workOf(job))
              return !signal.aborted
            })
            if (!surface) throw new CancelledError('It was called off.')
            return surface
          }),
        )
        const surfaces = { plain: found[0], residual: found[1] }
        const own = { blocks, norm, steps, seed, direction, side, reach, by }
        setTried((before) => withTried(before, triedOf(own, surfaces)))
        return surfaces
      } finally {
        signal.removeEventListener('abort', end)
        end()
      }
    },
    [blocks, norm, steps, seed, direction, side, reach, by],
  )
  return { ...useWork(work, starts), tried }
}
