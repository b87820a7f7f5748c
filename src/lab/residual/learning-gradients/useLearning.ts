import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { Graph } from '../../../nn/graph'
import type { Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { CancelledError } from '../../../runtime/types'
import { sentence } from '../../../runtime/words'
import { useWhenLeft } from '../../shared/leaving'
import { Still } from '../../shared/still'
import { type Report, Run } from './run'

/** What learns, and how. */
export interface Settings {
  readonly graph: Graph
  readonly scale: number
  readonly rate: number
  readonly seed: number
}

export interface Learning extends Report {
  readonly isBusy: boolean
  /** Why it cannot go on, as a sentence. */
  readonly problem?: string
  /** Stops after the step under way; resolves with the number of steps that are made then. */
  readonly pause: () => Promise<number>
  readonly retry: () => void
}

const nothing: Report = { steps: [], pace: 0, tensors: 0 }

/**
 * Trains to a goal whenever one is set, in a worker of its own that ends when the lab is left for good. Other settings begin anew, and so
 * does a goal that is behind.
 */
export function useLearning({ graph, scale, rate, seed }: Settings, goal: number): Learning {
  const isStill = useContext(Still)
  const of = useMemo(() => ({ graph, scale, rate, seed }), [graph, scale, rate, seed])
  /** The last report, and of what: steps of another network have layers that this one lacks. */
  const [found, setFound] = useState<{ readonly of: Settings; readonly report: Report }>()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const beginning = useRef<Beginning>(undefined)
  const run = useRef<{ readonly of: Settings; readonly running: Run }>(undefined)

  const end = useCallback(() => {
    beginning.current?.end(new CancelledError('Nobody looks at this training any more.'))
    beginning.current = undefined
    run.current = undefined
  }, [])
  useWhenLeft(end)

  useEffect(() => {
    if (isStill) return
    let isWanted = true
    const before = run.current
    const goesOn = before?.of === of && before.running.done <= goal

    async function go(): Promise<void> {
      // The step under way would learn on in the network that comes next.
      if (!goesOn) await before?.running.stop()
      if (!isWanted) return
      beginning.current ??= beginTraining('gradients while it learns', (reason) => {
        end()
        setBusy(false)
        setProblem(`The training stopped: ${sentence(reason)}`)
      })
      const { lane } = await beginning.current.life
      if (!isWanted) return
      if (!run.current || !goesOn) {
        const { graph, ...descent } = of
        const job = { architecture: graph.architecture, descent }
        const running: Run = new Run(lane, job, (next) => {
          if (run.current?.running === running) setFound({ of, report: next })
        })
        run.current = { of, running }
      }
      await run.current.running.goTo(goal)
      if (isWanted) setBusy(false)
    }

    setBusy(true)
    setProblem(undefined)
    if (!goesOn) setFound(undefined)
    go().catch((error: unknown) => {
      if (error instanceof CancelledError || !isWanted) return
      end()
      setBusy(false)
      setProblem(`The training stopped: ${sentence(error)}`)
    })
    return () => void (isWanted = false)
  }, [of, goal, attempt, isStill, end])

  const pause = useCallback(async () => {
    const running = run.current?.running
    await running?.stop()
    setBusy(false)
    return running?.done ?? 0
  }, [])
  const report = found?.of === of ? found.report : nothing
  return { ...report, isBusy, problem, pause, retry: useCallback(() => setAttempt((n) => n + 1), []) }
}
