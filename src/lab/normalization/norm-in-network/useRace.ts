import { useCallback, useContext, useEffect, useState } from 'react'
import type { Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { CancelledError } from '../../../runtime/types'
import { messageOf } from '../../../runtime/words'
import { Still } from '../../shared/still'
import { entriesOf, type Finish, type Race, raceSteps, train } from './race'

interface State {
  readonly finished: readonly Finish[]
  /** Steps made of all, and the seconds that are left. */
  readonly progress?: { readonly done: number; readonly of: number; readonly left?: number }
  readonly problem?: string
}

/** Runs a race in two workers while it is wanted; they end with it. */
export function useRace({ kind, blocks, rates, seed }: Race, isWanted: boolean) {
  const isStill = useContext(Still)
  const [state, setState] = useState<State>({ finished: [] })
  const [attempt, setAttempt] = useState(0)
  const key = rates.join()
  useEffect(() => {
    setState({ finished: [] })
    if (!isWanted || isStill) return
    const race = { kind, blocks, rates: key.split(',').map(Number), seed }
    const waiting = [...entriesOf(race)]
    const of = waiting.length * raceSteps
    const finished: Finish[] = []
    let [isOver, steps] = [false, 0]
    const began = performance.now()
    const beginnings: Beginning[] = []
    const end = () => {
      isOver = true
      for (const each of beginnings.splice(0))
        each.end(new CancelledError('Nobody looks at this race any more.'))
    }
    const fail = (error: unknown) => {
      if (isOver || error instanceof CancelledError) return
      end()
      setState({ finished, problem: messageOf(error) })
    }
    const say = () => {
      // A training that ended early has made all of its steps.
      const left = steps > 5 ? ((performance.now() - began) / 1000 / steps) * (of - steps) : undefined
      const isDone = finished.length * raceSteps === of
      if (!isOver)
        setState({ finished: [...finished], ...(!isDone && { progress: { done: steps, of, left } }) })
    }
    async function work(beginning: Beginning): Promise<void> {
      const { lane } = await beginning.life
      for (let entry = waiting.shift(); entry && !isOver; entry = waiting.shift()) {
        let own = 0
        const finish = await train(lane, race, entry, () => {
          own++
          steps++
          if (own % 5 === 0) say()
          return !isOver
        })
        steps += raceSteps - own
        if (finish) finished.push(finish)
        say()
      }
    }
    for (const number of [1, 2]) {
      const beginning = beginTraining(`race ${number}`, fail)
      beginnings.push(beginning)
      work(beginning).catch(fail)
    }
    say()
    return end
  }, [kind, blocks, key, seed, isWanted, isStill, attempt])
  return { ...state, retry: useCallback(() => setAttempt((n) => n + 1), []) }
}
