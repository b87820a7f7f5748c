import { create } from 'zustand'
import type { Graph } from '../../nn/graph'
import type { Backend, Engine } from '../../runtime/types'
import { prepare } from '../image/image'
import { networkOf } from '../state/network'
import { usePictures } from '../image/pictures'
import { chosenModel, type Finished, useSession } from '../run/session'
import { useStore } from '../state/store'
import { published } from '../../runtime/trained/model'

/** Where the run of the network beside stands. */
interface Second {
  readonly phase: 'waiting' | 'running' | 'done' | 'failed'
  readonly problem: string | null
  readonly finished: Finished | null
}

const nothing: Second = { phase: 'waiting', problem: null, finished: null }

export const useSecond = create<Second>(() => nothing)

/**
 * While two networks are compared: runs the second on an engine of its own whenever the first has finished, on the
 * same image, seed and backend, with its own trained weights where it has some, and never both at once. Returns the way out, which frees the engine.
 */
export function followFirst(): () => void {
  let engine: { readonly of: Engine; readonly backend: Backend } | undefined
  let latest = 0

  async function engineOn(backend: Backend): Promise<Engine> {
    const { createEngine } = await import('../../runtime/engine')
    if (engine?.backend !== backend) {
      engine?.of.destroy()
      engine = { of: createEngine({ backend }), backend }
    }
    return engine.of
  }

  async function run(first: Finished, graph: Graph): Promise<void> {
    const mine = ++latest
    const { picture } = usePictures.getState()
    const { fit, weights } = useStore.getState()
    if (!picture) return
    const before = useSecond.getState().finished
    useSecond.setState({
      phase: 'running',
      problem: null,
      finished: before?.graph === graph ? before : null,
    })
    try {
      const { architecture } = graph
      const [height, width] = architecture.input
      const pixels = prepare(picture, width, height, fit)
      const running = await engineOn(first.result.backend)
      if (mine !== latest) return
      const trained = chosenModel(graph, weights)
      const { seed } = first
      const result = await running.run({
        architecture,
        image: pixels,
        seed,
        ...(trained && { trained: published(trained.id) }),
      })
      if (mine === latest)
        useSecond.setState({
          phase: 'done',
          finished: { graph, pixels, seed, result, ...(trained && { trained }) },
        })
    } catch (error) {
      if (mine !== latest) return
      useSecond.setState({
        phase: 'failed',
        problem: error instanceof Error ? error.message : String(error),
        finished: null,
      })
    }
  }

  /** The first run and the network that this one belongs to. */
  let done: { readonly first: Finished; readonly graph: Graph } | undefined

  function follow(): void {
    const { beside } = useStore.getState()
    const { phase, finished } = useSession.getState()
    if (beside === null || phase !== 'done' || !finished) {
      // The cores belong to the first network until it has finished.
      if (done) {
        latest++
        engine?.of.cancel()
        done = undefined
        useSecond.setState({ phase: 'waiting', problem: null })
      }
      return
    }
    const { graph } = networkOf(beside, {})
    if (done?.first === finished && done.graph === graph) return
    done = { first: finished, graph }
    void run(finished, graph)
  }

  const leave = [useSession.subscribe(follow), useStore.subscribe(follow)]
  follow()
  return () => {
    latest++
    leave.forEach((each) => each())
    engine?.of.destroy()
    engine = undefined
    done = undefined
    useSecond.setState(nothing)
  }
}
