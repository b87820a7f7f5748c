import { useCallback, useRef, useState } from 'react'
import type { Graph } from '../../../nn/graph'
import type { Kind } from '../../../ui/look'
import { kinds } from '../../shared/drawings/networks'
import type { Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { CancelledError } from '../../../runtime/types'
import { sentence } from '../../../runtime/words'
import { useWhenLeft } from '../../shared/leaving'
import type { Guess, Job, Report } from './job'
import { Session } from './session'

/** What is known of one network's training. */
export interface Run {
  readonly losses: readonly number[]
  readonly tests: readonly { readonly step: number; readonly error: number }[]
  readonly guesses: readonly Guess[]
  readonly pace: number
  readonly tensors: number
  readonly backend: string
  readonly state: 'starting' | Report['state']
}

export type Runs = Readonly<Partial<Record<Kind, Run>>>

/** Networks in training, paused or at an end; `idle` before a start. */
type Phase = 'idle' | 'training' | 'paused' | 'done'

export interface Training {
  readonly phase: Phase
  readonly runs: Runs
  /** Why it cannot go on, as a sentence. */
  readonly problem?: string
  start(networks: Readonly<Partial<Record<Kind, Graph>>>, how: Omit<Job, 'architecture'>): void
  pause(): void
  resume(): void
  reset(): void
}

/** A network in training; it has no session while its worker starts. */
interface Pupil {
  readonly beginning: Beginning
  readonly fail: (error: unknown) => void
  session?: Session
}

const fresh: Run = {
  losses: [],
  tests: [],
  guesses: [],
  pace: 0,
  tensors: 0,
  backend: '',
  state: 'starting',
}

function told(run: Run, { losses, test, pace, tensors, state }: Report): Run {
  return {
    ...run,
    losses: [...run.losses, ...losses],
    ...(test && { tests: [...run.tests, { step: test.step, error: test.error }], guesses: test.guesses }),
    ...{ pace, tensors, state },
  }
}

/** Trains each network in a worker of its own, which ends with a reset or when the lab is left for good. */
export function useTraining(): Training {
  const [runs, setRuns] = useState<Runs>({})
  const [paused, setPaused] = useState(false)
  const [problem, setProblem] = useState<string>()
  const pupils = useRef<Pupil[]>([])
  /** Whether a worker that is ready may go on: it may have been paused while it was starting. */
  const mayGo = useRef(true)

  const end = useCallback(() => {
    const left = new CancelledError('Nobody looks at this training any more.')
    for (const { beginning } of pupils.current.splice(0)) beginning.end(left)
  }, [])
  useWhenLeft(end)

  const reset = useCallback(() => {
    end()
    setRuns({})
    setPaused(false)
    setProblem(undefined)
    mayGo.current = true
  }, [end])

  const start: Training['start'] = useCallback(
    (networks, how) => {
      reset()
      for (const kind of kinds) {
        const graph = networks[kind]
        if (!graph) continue
        // What an ended worker still said is not heard.
        const alive = () => pupils.current.includes(pupil)
        const change = (next: (run: Run) => Run) =>
          alive() && setRuns((all) => ({ ...all, [kind]: next(all[kind] ?? fresh) }))
        const fail = (error: unknown) => {
          if (!alive()) return
          end()
          setPaused(true)
          setProblem(`The training stopped: ${sentence(error)} The curves are kept until you try again.`)
        }
        const pupil: Pupil = { beginning: beginTraining(`training ${kind}`, fail), fail }
        pupils.current.push(pupil)
        change((run) => run)
        pupil.beginning.life
          .then(({ lane, backend }) => {
            const job = { ...how, architecture: graph.architecture }
            pupil.session = new Session(lane, job, (report) => change((run) => told(run, report)))
            change((run) => ({ ...run, backend, state: 'training' }))
            return alive() && mayGo.current ? pupil.session.resume() : undefined
          })
          .catch(fail)
      }
    },
    [end, reset],
  )

  const states = Object.values(runs).map(({ state }) => state)
  const going = states.some((state) => state === 'starting' || state === 'training')
  return {
    phase: states.length === 0 ? 'idle' : !going ? 'done' : paused ? 'paused' : 'training',
    runs,
    problem,
    start,
    pause() {
      setPaused(true)
      mayGo.current = false
      for (const { session } of pupils.current) session?.pause()
    },
    resume() {
      setPaused(false)
      mayGo.current = true
      for (const { session, fail } of pupils.current) session?.resume().catch(fail)
    },
    reset,
  }
}
