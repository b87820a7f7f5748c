import { useCallback, useContext, useEffect, useRef, useState } from 'react'
import { CancelledError } from '../../../runtime/types'
import { sentence } from '../../../runtime/words'
import type { Model } from '../../shared/models'
import { Still } from '../../shared/still'
import { type Bench, holdBench } from './bench'

export interface Held {
  /** Null where the lab is shown small and runs nothing. */
  readonly get: (() => Promise<Bench>) | null
  /** The next who asks gets another. */
  readonly forget: () => void
  /** What is being waited for, as a sentence. */
  readonly waits?: string
}

/** The worker of a model; it ends with the lab. */
export function useBench(model: Model): Held {
  const isStill = useContext(Still)
  const [waits, setWaits] = useState<string>()
  const held = useRef<ReturnType<typeof holdBench>>(undefined)
  useEffect(
    () => () => {
      held.current?.end()
      held.current = undefined
    },
    [model],
  )
  const get = useCallback(() => (held.current ??= holdBench(model, setWaits)).get(), [model])
  const forget = useCallback(() => held.current?.forget(), [])
  return { get: isStill ? null : get, forget, waits }
}

interface Work<T> {
  readonly result?: T
  readonly isBusy: boolean
  readonly problem?: string
  readonly retry: () => void
}

interface State<T> extends Partial<Pick<Work<T>, 'result' | 'problem'>> {
  /** What was done last, with or without a problem. */
  readonly done?: Ask<T>
}

/** What is asked of a bench; it shows what it has as often as it likes. */
export type Ask<T> = (bench: Bench, signal: AbortSignal, show: (result: T) => void) => Promise<void>

/** A slider that is dragged asks for one run, not for fifty, in milliseconds. */
const pause = 120

/**
 * Asks a bench whenever `work` is another function; the newest wins, and the old result stays until the new one comes.
 * @param work null while there is nothing to be done
 */
export function useWork<T>({ get, forget }: Held, work: Ask<T> | null): Work<T> {
  const [state, setState] = useState<State<T>>({})
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (!get || !work) return
    const leaving = new AbortController()
    const { signal } = leaving
    const set = (change: State<T>) => !signal.aborted && setState((before) => ({ ...before, ...change }))
    const timer = setTimeout(() => {
      set({ done: undefined, problem: undefined })
      get()
        .then((bench) => (signal.aborted ? undefined : work(bench, signal, (result) => set({ result }))))
        .then(
          () => set({ done: work }),
          (error: unknown) =>
            set({ done: work, ...(!(error instanceof CancelledError) && { problem: sentence(error) }) }),
        )
    }, pause)
    return () => {
      clearTimeout(timer)
      leaving.abort(new CancelledError('Something else was asked for.'))
    }
  }, [get, work, attempt])
  const { result, problem, done } = state
  // From the press on, not only from the end of the pause: nothing is called made before it is.
  const isBusy = get !== null && work !== null && done !== work
  const retry = useCallback(() => {
    // It may have failed because its worker did.
    forget()
    setAttempt((n) => n + 1)
  }, [forget])
  return { result, isBusy, problem, retry }
}
