import { useCallback, useEffect, useRef, useState } from 'react'
import type { Graph } from '../../../nn/graph'
import { published } from '../../../runtime/trained/model'
import { CancelledError, type Engine, type Pixels, type RunResult } from '../../../runtime/types'

interface Run {
  /** The newest finished pass; it stays while the next one runs. */
  readonly result?: RunResult
  readonly problem?: string
  readonly retry: () => void
}

/** A forward pass of a network on an engine of its own, again whenever something changes; the newest wins. */
export function useRun(graph: Graph, image: Pixels | null, trained: string | null, seed: number): Run {
  const engine = useRef<Promise<Engine>>(undefined)
  const [state, setState] = useState<Omit<Run, 'retry'>>({})
  const [attempt, setAttempt] = useState(0)
  useEffect(
    () => () => {
      void engine.current?.then((one) => one.destroy())
      engine.current = undefined
    },
    [],
  )
  useEffect(() => {
    if (!image) return
    let isOld = false
    engine.current ??= import('../../../runtime/engine').then(({ createEngine }) => createEngine())
    engine.current
      .then((one) =>
        one.run({
          architecture: graph.architecture,
          image,
          seed,
          ...(trained && { trained: published(trained) }),
        }),
      )
      .then(
        (result) => !isOld && setState({ result }),
        (error: unknown) => {
          if (isOld || error instanceof CancelledError) return
          setState({ problem: error instanceof Error ? error.message : String(error) })
        },
      )
    return () => {
      isOld = true
    }
  }, [graph, image, trained, seed, attempt])
  return { ...state, retry: useCallback(() => setAttempt((n) => n + 1), []) }
}
