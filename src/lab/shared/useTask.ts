import { useCallback, useEffect, useRef, useState } from 'react'
import { holdEngine } from '../../runtime/runner'
import { CancelledError, type Engine } from '../../runtime/types'
import { messageOf } from '../../runtime/words'

/** Long work, and where it stands. */
export interface Task<T> {
  readonly result?: T
  /** Steps done, and the time left in seconds once it can be told. */
  readonly progress?: { readonly done: number; readonly of: number; readonly left?: number }
  readonly problem?: string
  readonly start: () => void
  readonly cancel: () => void
}

type State<T> = Pick<Task<T>, 'result' | 'progress' | 'problem'>

/** @param onDone told after each step how many are done; the work stops where `signal` is aborted */
type Work<T> = (signal: AbortSignal, onDone: (done: number, of: number) => void) => Promise<T>

/** Work that can be started and called off; another `work` forgets the last, and leaving ends it. */
export function useWork<T>(work: Work<T>, starts = false): Task<T> {
  const [state, setState] = useState<State<T> & { readonly of?: unknown }>({})
  const running = useRef<AbortController>(undefined)
  /** What was done to its end is not begun again by itself. */
  const finished = useRef<unknown>(undefined)
  const stop = () => {
    running.current?.abort(new CancelledError('It was called off.'))
    running.current = undefined
  }

  const cancel = useCallback(() => {
    stop()
    setState(({ result, of }) => ({ result, of }))
  }, [])

  const start = useCallback(() => {
    stop()
    const leaving = (running.current = new AbortController())
    const show = (next: State<T>) => !leaving.signal.aborted && setState({ ...next, of: work })
    const began = performance.now()
    show({ progress: { done: 0, of: 0 } })
    work(leaving.signal, (done, of) => {
      const left = done > 1 ? ((performance.now() - began) / 1000 / done) * (of - done) : undefined
      show({ progress: { done, of, left } })
    }).then(
      (result) => {
        finished.current = work
        show({ result })
      },
      (error: unknown) => error instanceof CancelledError || show({ problem: messageOf(error) }),
    )
  }, [work])

  useEffect(() => {
    if (starts && finished.current !== work) start()
    return stop
  }, [start, starts, work])

  const { of, ...own } = state
  return { ...(of === work ? own : {}), start, cancel }
}

/**
 * Work as in `useWork` that runs networks in a worker of its own, which ends with it.
 * @param starts whether it begins by itself
 */
export function useTask<T>(
  work: (engine: Engine, signal: AbortSignal, onDone: (done: number, of: number) => void) => Promise<T>,
  starts = false,
): Task<T> {
  const held: Work<T> = useCallback(
    async (signal, onDone) => {
      const engine = holdEngine()
      signal.addEventListener('abort', engine.end)
      try {
        return await work(await engine.get(), signal, onDone)
      } finally {
        signal.removeEventListener('abort', engine.end)
        engine.end()
      }
    },
    [work],
  )
  return useWork(held, starts)
}
