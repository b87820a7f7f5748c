import { useCallback, useEffect, useRef, useState } from 'react'
import { holdEngine } from '../../runtime/heldEngine'
import { CancelledError, type Engine } from '../../runtime/types'
import { sentence } from '../../runtime/words'
import { useWhenLeft } from './leaving'

/** Long work, and where it stands. */
export interface Task<T> {
  readonly result?: T
  /** Steps done, and the time left in seconds once it can be told; before the first, what is waited for. */
  readonly progress?: {
    readonly done: number
    readonly of: number
    readonly left?: number
    readonly waits?: string
  }
  readonly problem?: string
  readonly start: () => void
  readonly cancel: () => void
}

type State<T> = Pick<Task<T>, 'result' | 'progress' | 'problem'>

/** Told after each step how many are done, and before the first (0 of 0) what is waited for. */
export type OnDone = (done: number, of: number, waits?: string) => void

/** It stops where `signal` is aborted. */
type Work<T> = (signal: AbortSignal, onDone: OnDone) => Promise<T>

/**
 * Work that can be started and called off; another `work` forgets the last, and leaving ends it.
 * @param starts whether it begins by itself; what begins so is called off once it is no longer wanted
 */
export function useWork<T>(work: Work<T>, starts = false): Task<T> {
  const [state, setState] = useState<State<T> & { readonly of?: unknown }>({})
  const running = useRef<{ readonly work: unknown; readonly leaving: AbortController }>(undefined)
  /** What was done to its end is not begun again by itself. */
  const finished = useRef<unknown>(undefined)
  const stop = useCallback(() => {
    running.current?.leaving.abort(new CancelledError('It was called off.'))
    running.current = undefined
  }, [])
  useWhenLeft(stop)

  const cancel = useCallback(() => {
    stop()
    setState(({ result, of }) => ({ result, of }))
  }, [stop])

  const start = useCallback(() => {
    stop()
    const leaving = new AbortController()
    const run = (running.current = { work, leaving })
    // Done again, it has what it found before until it finds it anew, and after it was called off.
    const show = (next: State<T>) =>
      !leaving.signal.aborted &&
      setState(({ result, of }) => ({ ...(of === work && { result }), ...next, of: work }))
    const began = performance.now()
    show({ progress: { done: 0, of: 0 } })
    work(leaving.signal, (done, of, waits) => {
      const left = done > 1 ? ((performance.now() - began) / 1000 / done) * (of - done) : undefined
      show({ progress: { done, of, left, ...(waits && { waits }) } })
    })
      .then(
        (result) => {
          finished.current = work
          show({ result })
        },
        (error: unknown) => error instanceof CancelledError || show({ problem: sentence(error) }),
      )
      .finally(() => {
        if (running.current === run) running.current = undefined
      })
  }, [work, stop])

  useEffect(() => {
    if (running.current?.work !== work) stop()
    if (starts && finished.current !== work && !running.current) start()
  }, [start, stop, starts, work])
  // Another window of the talk may have called it off.
  const wasWanted = useRef(starts)
  useEffect(() => {
    if (wasWanted.current && !starts) cancel()
    wasWanted.current = starts
  }, [starts, cancel])

  const { of, ...own } = state
  return { ...(of === work ? own : {}), start, cancel }
}

/** Work as in `useWork` that runs networks in a worker of its own, which ends with it. */
export function useTask<T>(
  work: (engine: Engine, signal: AbortSignal, onDone: OnDone) => Promise<T>,
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

/** A task whose run is an option of its lab, so that a link runs it, too. */
export function linked<T>(task: Task<T>, onChange: (change: { readonly run: boolean }) => void): Task<T> {
  return {
    ...task,
    start: () => {
      onChange({ run: true })
      task.start()
    },
    cancel: () => {
      onChange({ run: false })
      task.cancel()
    },
  }
}

/**
 * The same for work that is not begun anew by itself when what it works on changes: a link begins it once, as soon as
 * all is there, and a run that was forgotten is none of the lab's any more.
 */
export function useLinked<T>(
  task: Task<T>,
  run: boolean,
  isReady: boolean,
  onRun: (run: boolean) => void,
): Task<T> {
  const hasBegun = useRef(false)
  const { start, cancel } = task
  const isThere = (task.result ?? task.progress ?? task.problem) !== undefined
  useEffect(() => {
    if (!run) {
      if (hasBegun.current) cancel()
      hasBegun.current = false
    } else if (!hasBegun.current && isReady) {
      hasBegun.current = true
      start()
    } else if (hasBegun.current && !isThere) {
      hasBegun.current = false
      onRun(false)
    }
  }, [run, isReady, isThere, start, cancel, onRun])
  return {
    ...task,
    start: () => {
      hasBegun.current = true
      onRun(true)
      start()
    },
    cancel: () => {
      onRun(false)
      cancel()
    },
  }
}
