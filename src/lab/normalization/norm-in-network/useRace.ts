import { useCallback, useContext, useState } from 'react'
import type { Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { CancelledError } from '../../../runtime/types'
import { Still } from '../../shared/still'
import { type OnDone, type Task, useWork } from '../../shared/useTask'
import { entriesOf, type Finish, type Race, raceSteps, train } from './race'

/** Runs a race in two workers, which end with it, while it is wanted. Wanted again, it is run again. */
export function useRace(
  { kind, blocks, rates, seed }: Race,
  isWanted: boolean,
): Pick<Task<void>, 'progress' | 'problem' | 'start'> & { readonly finished: readonly Finish[] } {
  const isStill = useContext(Still)
  const [finished, setFinished] = useState<readonly Finish[]>([])
  const key = rates.join()
  const work = useCallback(
    async (signal: AbortSignal, onDone: OnDone) => {
      if (!isWanted) return
      const race = { kind, blocks, rates: key.split(',').map(Number), seed }
      const waiting = [...entriesOf(race)]
      const of = waiting.length * raceSteps
      let steps = 0
      const begun: Beginning[] = []
      const end = () =>
        begun.splice(0).forEach((each) => each.end(new CancelledError('Nobody looks at this race any more.')))
      signal.addEventListener('abort', end)
      setFinished([])
      async function run(name: string): Promise<void> {
        // What a worker still owes is refused when it ends, so nobody else has to hear of its end.
        const beginning = beginTraining(name, () => {})
        begun.push(beginning)
        const { lane } = await beginning.life
        for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
          let own = 0
          const finish = await train(lane, race, entry, () => {
            own++
            steps++
            if (own % 5 === 0) onDone(steps, of)
            return !signal.aborted
          })
          if (!finish) return
          // One that ended early has made all of its steps.
          steps += raceSteps - own
          onDone(steps, of)
          setFinished((all) => [...all, finish])
        }
      }
      try {
        await Promise.all(['race 1', 'race 2'].map(run))
      } finally {
        signal.removeEventListener('abort', end)
        end()
      }
    },
    [kind, blocks, key, seed, isWanted],
  )
  const { progress, problem, start } = useWork(work, isWanted && !isStill)
  return { progress, problem, start, finished: isWanted ? finished : [] }
}
