import { useCallback, useEffect, useState } from 'react'
import type { Graph } from '../../../nn/graph'
import { loadTrained } from '../../../runtime/trained/load'
import { published } from '../../../runtime/trained/model'
import type { WeightSource } from '../../../runtime/weights'
import { bytes } from '../../../ui/format'

export interface Trained {
  readonly weights?: WeightSource
  /** How much of the file has arrived. */
  readonly progress?: string
  readonly problem?: string
  readonly retry: () => void
}

/** The weights of a model of this site, read in the page; nothing is run. */
export function useTrained(id: string, graph: Graph): Trained {
  const [state, setState] = useState<Omit<Trained, 'retry'>>({})
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    const show = (next: Omit<Trained, 'retry'>) => !leaving.signal.aborted && setState(next)
    show({})
    loadTrained(published(id), graph, leaving.signal, (done, of) =>
      show({ progress: `${bytes(done)} of ${bytes(of)}` }),
    ).then(
      (weights) => show({ weights }),
      (error: unknown) => show({ problem: error instanceof Error ? error.message : String(error) }),
    )
    return () => leaving.abort()
  }, [id, graph, attempt])
  return { ...state, retry: useCallback(() => setAttempt((n) => n + 1), []) }
}
