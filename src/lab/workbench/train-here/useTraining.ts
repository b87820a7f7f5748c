import { proxy, type Remote, wrap } from 'comlink'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Graph } from '../../../nn/graph'
import { type Kind, kinds } from '../../shared/drawings/networks'
import type { Guess, Job, Report } from './job'
import type { TrainingApi } from './trainer'

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

interface Lane {
  readonly worker: Worker
  readonly api: Remote<TrainingApi>
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

/** Trains each network in a worker of its own, which ends with a reset or when the lab is left. */
export function useTraining(): Training {
  const [runs, setRuns] = useState<Runs>({})
  const [paused, setPaused] = useState(false)
  const [problem, setProblem] = useState<string>()
  const lanes = useRef<Lane[]>([])
  /** Whether a worker that is ready may go on: it may have been paused while it was starting. */
  const mayGo = useRef(true)

  const end = useCallback(() => {
    for (const { worker } of lanes.current.splice(0)) worker.terminate()
  }, [])
  useEffect(() => end, [end])

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
        const worker = new Worker(new URL('./trainer.ts', import.meta.url), {
          type: 'module',
          name: `training ${kind}`,
        })
        const lane: Lane = { worker, api: wrap<TrainingApi>(worker) }
        lanes.current.push(lane)
        // What an ended worker still said is not heard.
        const alive = () => lanes.current.includes(lane)
        const change = (next: (run: Run) => Run) =>
          alive() && setRuns((all) => ({ ...all, [kind]: next(all[kind] ?? fresh) }))
        const fail = (reason: string) => {
          if (!alive()) return
          end()
          setPaused(true)
          setProblem(`The training stopped: ${reason}`)
        }
        worker.onerror = (event) => fail(event.message || 'its worker could not be started.')
        change((run) => run)
        lane.api
          .begin(
            { ...how, architecture: graph.architecture },
            proxy((report: Report) => change((run) => told(run, report))),
          )
          .then((backend) => {
            change((run) => ({ ...run, backend, state: 'training' }))
            return alive() && mayGo.current ? lane.api.resume() : undefined
          })
          .catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
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
      for (const { api } of lanes.current) void api.pause()
    },
    resume() {
      setPaused(false)
      mayGo.current = true
      for (const { api } of lanes.current) void api.resume()
    },
    reset,
  }
}
