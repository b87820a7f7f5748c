import { useCallback, useEffect, useRef, useState } from 'react'
import { holdEngine } from '../../../runtime/runner'
import { CancelledError, type Engine } from '../../../runtime/types'
import { messageOf } from '../../../runtime/words'

/** Long work that runs in a worker of its own, and where it stands. */
export interface Task<T> {
  readonly result?: T
  /** Steps done, and the time left in seconds once it can be told. */
  readonly progress?: { readonly done: number; readonly of: number; readonly left?: number }
  readonly problem?: string
  readonly start: () => void
  readonly cancel: () => void
}

type State<T> = Pick<Task<T>, 'result' | 'progress' | 'problem'>

/**
 * Work that can be started and called off; another `work` forgets the last, and leaving ends it with its worker.
 * @param work tells after each step how many are done, and stops where `signal` is aborted
 * @param starts whether it begins by itself
 */
export function useTask<T>(
  work: (engine: Engine, signal: AbortSignal, onDone: (done: number, of: number) => void) => Promise<T>,
  starts = false,
): Task<T> {
  const [state, setState] = useState<State<T> & { readonly of?: unknown }>({})
  const running = useRef<{ readonly stop: () => void }>(undefined)
  /** What was done to its end is not begun again by itself. */
  const finished = useRef<unknown>(undefined)

  const cancel = useCallback(() => {
    running.current?.stop()
    running.current = undefined
    setState(({ result, of }) => ({ result, of }))
  }, [])

  const start = useCallback(() => {
    running.current?.stop()
    const leaving = new AbortController()
    const held = holdEngine()
    running.current = {
      stop: () => {
        leaving.abort(new CancelledError('It was called off.'))
        held.end()
      },
    }
    const show = (next: State<T>) => !leaving.signal.aborted && setState({ ...next, of: work })
    const began = performance.now()
    show({ progress: { done: 0, of: 0 } })
    held
      .get()
      .then((engine) =>
        work(engine, leaving.signal, (done, of) => {
          const left = done > 1 ? ((performance.now() - began) / 1000 / done) * (of - done) : undefined
          show({ progress: { done, of, left } })
        }),
      )
      .then(
        (result) => {
          finished.current = work
          show({ result })
        },
        (error: unknown) => error instanceof CancelledError || show({ problem: messageOf(error) }),
      )
      .finally(held.end)
  }, [work])

  useEffect(() => {
    if (starts && finished.current !== work) start()
    return () => {
      running.current?.stop()
      running.current = undefined
    }
  }, [start, starts, work])

  const { of, ...own } = state
  return { ...(of === work ? own : {}), start, cancel }
}
