import { useCallback, useEffect, useRef, useState } from 'react'
import type { Graph } from '../../../nn/graph'
import { holdEngine } from '../../../runtime/heldEngine'
import { createRunner, type Runner, type Runs, type Source, waiting } from '../../../runtime/runner'
import type { Pixels, RunResult } from '../../../runtime/types'

interface Run {
  /** The newest finished pass; it stays while the next one runs. */
  readonly result?: RunResult
  readonly problem?: string
  readonly retry: () => void
}

/** A forward pass of a network on an engine of its own, again whenever something changes; the newest wins. */
export function useRun(graph: Graph, pixels: Pixels | null, model: string | null, seed: number): Run {
  const runner = useRef<Runner<Source>>(undefined)
  const [{ run, finished }, setRuns] = useState<Runs<Source>>({ run: waiting, finished: null })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const engine = holdEngine()
    runner.current = createRunner(() => engine.get(), setRuns)
    return engine.end
  }, [])
  useEffect(() => {
    const trained = model === null ? undefined : { id: model }
    if (pixels) void runner.current!.run(graph, () => ({ graph, pixels, seed, ...(trained && { trained }) }))
  }, [graph, pixels, model, seed, attempt])
  return {
    ...(finished && { result: finished.result }),
    ...(run.phase === 'failed' && { problem: run.problem }),
    retry: useCallback(() => setAttempt((n) => n + 1), []),
  }
}
