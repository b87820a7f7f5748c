import { useCallback, useRef, useState } from 'react'
import type { Graph } from '../../../nn/graph'
import type { Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { CancelledError } from '../../../runtime/types'
import { sentence } from '../../../runtime/words'
import { useWhenLeft } from '../../shared/leaving'
import type { Material } from './material'
import { isAlike } from './plan'
import { type Course, type History, nothing, type Report, Run, upTo } from './run'

/** What learns, from what, and how. */
export interface Plan {
  readonly graph: Graph
  readonly material: Material
  readonly course: Course
  /** All of it as text. */
  readonly key: string
  /** In a few words, for the legend. */
  readonly name: string
}

export interface Shown {
  readonly plan: Plan
  readonly history: History
  /** After how many steps of the one before it, it was forked; null where it was not. */
  readonly from: number | null
  /** It began in a file: no settings give it again. */
  readonly isOpened: boolean
}

export interface Runs {
  readonly current?: Shown
  /** Another run beside it. */
  readonly kept?: Shown
  readonly pace: number
  readonly isBusy: boolean
  readonly isLost: boolean
  readonly problem?: string
  /** Goes on to a step, or back; with another plan than the current one, anew. */
  readonly go: (plan: Plan, goal: number) => void
  /** Rests after the step under way; tells at once how many are made then. */
  readonly pause: () => number
  readonly reset: () => void
  /** Lays the current run beside the next one. */
  readonly keep: () => void
  readonly drop: () => void
  /** The current run is kept, and a copy of it up to its last moment by a step goes on with a plan. */
  readonly fork: (plan: Plan, step: number, goal: number) => void
  /** A run from a file takes the place of the current one. */
  readonly open: (plan: Plan, history: History) => void
}

/** A training and another beside it; the one worker ends when the lab is left for good. */
export function useRuns(): Runs {
  const [current, setCurrent] = useState<Shown>()
  const [kept, setKept] = useState<Shown>()
  const [state, setState] = useState({ pace: 0, isBusy: false, isLost: false })
  const [problem, setProblem] = useState<string>()
  const beginning = useRef<Beginning>(undefined)
  const running = useRef<{ readonly plan: Plan; readonly run: Run }>(undefined)

  const end = useCallback(() => {
    beginning.current?.end(new CancelledError('Nobody looks at this training any more.'))
    beginning.current = undefined
    running.current = undefined
  }, [])
  useWhenLeft(end)

  const fail = useCallback(
    (error: unknown) => {
      if (error instanceof CancelledError) return
      end()
      setState((before) => ({ ...before, isBusy: false }))
      setProblem(`The training stopped: ${sentence(error)} Everything up to that point is kept.`)
    },
    [end],
  )

  /** Goes on with the run that there is, or with a new one from what was before it. */
  const work = useCallback(
    async (goal: number, begun?: Shown) => {
      setProblem(undefined)
      setState((before) => ({ ...before, isBusy: true }))
      const before = running.current
      if (begun) await before?.run.stop()
      beginning.current ??= beginTraining('own training', fail)
      const { lane } = await beginning.current.life
      // Somebody was faster.
      if (running.current !== before) return
      if (begun) {
        const { plan } = begun
        const { graph, material, course } = plan
        const hear = ({ pace, isLost, losses, rates, scores, moments }: Report) => {
          if (running.current?.run !== run) return
          setCurrent({ ...begun, history: { losses, rates, scores, moments } })
          setState((before) => ({ ...before, pace, isLost }))
        }
        const run: Run = new Run(lane, graph, material, course, hear, begun.history)
        running.current = { plan, run }
      }
      const mine = running.current
      await mine?.run.goTo(goal)
      if (running.current === mine) setState((before) => ({ ...before, isBusy: false }))
    },
    [fail],
  )

  const begin = useCallback(
    (goal: number, begun: Shown) => {
      setCurrent(begun)
      setState((before) => ({ ...before, isLost: false }))
      work(goal, begun).catch(fail)
    },
    [work, fail],
  )

  return {
    ...{ current, kept, problem, ...state },
    go: useCallback(
      (plan, goal) => {
        const now = running.current
        if (now && isAlike(now.plan, plan) && now.run.done <= goal) work(goal).catch(fail)
        else if (!isAlike(current?.plan, plan))
          begin(goal, { plan, history: nothing, from: null, isOpened: false })
        // A worker that was lost or let go of, or that went too far, takes the run up at a moment.
        else begin(goal, { ...current!, history: upTo(current!.history, goal) })
      },
      [current, begin, work, fail],
    ),
    pause: useCallback(() => {
      if (running.current) return running.current.run.pause()
      end()
      setState((before) => ({ ...before, isBusy: false }))
      return current?.history.losses.length ?? 0
    }, [current, end]),
    reset: useCallback(() => {
      end()
      setCurrent(undefined)
      setProblem(undefined)
      setState({ pace: 0, isBusy: false, isLost: false })
    }, [end]),
    keep: useCallback(() => setKept(current), [current]),
    drop: useCallback(() => setKept(undefined), []),
    fork: useCallback(
      (plan, step, goal) => {
        if (!current) return
        setKept(current)
        begin(goal, { ...current, plan, history: upTo(current.history, step), from: step })
      },
      [current, begin],
    ),
    open: useCallback(
      (plan, history) => {
        end()
        setProblem(undefined)
        setState({ pace: 0, isBusy: false, isLost: false })
        setCurrent({ plan, history, from: null, isOpened: true })
      },
      [end],
    ),
  }
}
