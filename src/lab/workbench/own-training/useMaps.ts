import { useCallback, useEffect, useRef, useState } from 'react'
import type { NodeId } from '../../../nn/graph'
import type { Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { CancelledError } from '../../../runtime/types'
import { sentence } from '../../../runtime/words'
import { batchOf } from './material'
import type { Moment } from './run'
import type { Plan } from './useRuns'

interface State {
  readonly values?: Float32Array
  readonly problem?: string
  /** The layer whose values they are. */
  readonly of?: NodeId
}

/** The output of a layer for a test image at a moment, computed in a worker of its own, so that a training goes on. */
export function useMaps(plan: Plan, moment: Moment, layer: NodeId, image: number) {
  const [state, setState] = useState<State>({})
  const [attempt, setAttempt] = useState(0)
  const worker = useRef<Beginning>(undefined)
  const held = useRef<Moment>(undefined)
  /** What is asked is answered in turn. */
  const turn = useRef<Promise<unknown>>(Promise.resolve())

  const end = useCallback(() => {
    worker.current?.end(new CancelledError('Nobody looks at these maps any more.'))
    worker.current = undefined
    held.current = undefined
  }, [])
  useEffect(() => end, [plan, end])

  useEffect(() => {
    let isWanted = true
    const { graph, material } = plan
    async function ask(): Promise<void> {
      if (!isWanted) return
      worker.current ??= beginTraining('maps of a moment', end)
      const { lane } = await worker.current.life
      if (held.current !== moment) {
        held.current = undefined
        await lane.ask((api) => api.learn(graph.architecture, { seed: 1, rate: 0 }, moment.weights))
        held.current = moment
      }
      const batch = batchOf([material.test[image]], material)
      const values = await lane.ask((api) => api.output(batch, layer))
      if (isWanted) setState({ values, of: layer })
    }
    const mine = turn.current.then(ask)
    turn.current = mine.catch((error: unknown) => {
      if (error instanceof CancelledError) return
      // The next who asks gets another worker.
      end()
      if (isWanted) setState({ problem: sentence(error) })
    })
    return () => void (isWanted = false)
  }, [plan, moment, layer, image, attempt, end])

  return {
    values: state.of === layer ? state.values : undefined,
    problem: state.problem,
    retry: useCallback(() => {
      setState({})
      setAttempt((n) => n + 1)
    }, []),
  }
}
