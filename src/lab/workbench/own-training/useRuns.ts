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
  /** It began as another run, or in a file: its settings alone do not give it again. */
  readonly isDerived: boolean
}

export interface Runs {
  readonly current?: Shown
  /** Another run beside it. */
  readonly kept?: Shown
  readonly pace: number
  readonly isBusy: boolean
  readonly isLost: boolean
  readonly problem?: string
  /** Goes on to a step; with another plan than the current one, anew. */
  readonly go: (plan: Plan, goal: number) => void
  /** Stops after the step under way; resolves with the number of steps that are made then. */
  readonly pause: () => Promise<number>
  readonly reset: () => void
  /** Lays the current run beside the next one. */
  readonly keep: () => void
  readonly drop: () => void
  /** The current run is kept, and a copy of it up to a moment goes on with a plan. */
  readonly fork: (plan: Plan, step: number) => void
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
    async (plan: Plan, goal: number, from: History | null, isDerived = false) => {
      setProblem(undefined)
      setState((before) => ({ ...before, isBusy: true }))
      const before = running.current
      if (from) await before?.run.stop()
      beginning.current ??= beginTraining('own training', fail)
      const { lane } = await beginning.current.life
      // Somebody was faster.
      if (running.current !== before) return
      if (from) {
        const { graph, material, course } = plan
        const hear = ({ pace, isLost, losses, rates, scores, moments }: Report) => {
          if (running.current?.run !== run) return
          setCurrent({ plan, history: { losses, rates, scores, moments }, isDerived })
          setState((before) => ({ ...before, pace, isLost }))
        }
        const run: Run = new Run(lane, graph, material, course, hear, from)
        running.current = { plan, run }
      }
      const mine = running.current
      await mine?.run.goTo(goal)
      if (running.current === mine) setState((before) => ({ ...before, isBusy: false }))
    },
    [fail],
  )

  const begin = useCallback(
    (plan: Plan, goal: number, from: History, isDerived = false) => {
      setCurrent({ plan, history: from, isDerived })
      setState((before) => ({ ...before, isLost: false }))
      work(plan, goal, from, isDerived).catch(fail)
    },
    [work, fail],
  )

  return {
    ...{ current, kept, problem, ...state },
    go: useCallback(
      (plan, goal) => {
        const isSame = isAlike(current?.plan, plan)
        // A worker that was lost or let go of takes the run up at its last moment.
        const history = isSame ? current!.history : nothing
        const last = history.moments.at(-1)?.step ?? 0
        if (isAlike(running.current?.plan, plan)) work(plan, goal, null).catch(fail)
        else begin(plan, goal, upTo(history, last), isSame && current!.isDerived)
      },
      [current, begin, work, fail],
    ),
    pause: useCallback(async () => {
      const run = running.current?.run
      if (run) {
        await run.stop()
        return run.done
      }
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
      (plan, step) => {
        if (!current) return
        setKept(current)
        begin(plan, plan.course.steps, upTo(current.history, step), true)
      },
      [current, begin],
    ),
    open: useCallback(
      (plan, history) => {
        end()
        setProblem(undefined)
        setState({ pace: 0, isBusy: false, isLost: false })
        setCurrent({ plan, history, isDerived: true })
      },
      [end],
    ),
  }
}
