import { create } from 'zustand'
import type { Graph } from '../../nn/graph'
import { holdEngine } from '../../runtime/heldEngine'
import { createRunner, type Runs, waiting } from '../../runtime/runner'
import { usePictures } from '../image/pictures'
import { type Finished, useSession, type Wanted, wantedOf } from '../run/session'
import { useStore } from '../state/store'
import { graphBeside } from '../trained/base'

const nothing: Runs<Wanted> = { run: waiting, finished: null }

/** Where the run of the network beside stands. */
export const useSecond = create<Runs<Wanted>>(() => nothing)

/**
 * While two networks are compared: runs the second on an engine of its own whenever the first has finished, on the
 * same image, seed and backend, with its own trained weights where it has some, and never both at once. Returns the
 * way out, which frees the engine.
 */
export function followFirst(): () => void {
  const engine = holdEngine()
  /** The first run and the network that this one belongs to. */
  let done: { readonly first: Finished; readonly graph: Graph } | undefined
  const runner = createRunner<Wanted>(
    () => engine.get(done?.first.result.backend),
    (runs) => useSecond.setState(runs),
  )

  function follow(): void {
    const { beside, options } = useStore.getState()
    const { run, finished } = useSession.getState()
    if (beside === null || run.phase !== 'done' || !finished) {
      // The cores belong to the first network until it has finished.
      if (done) runner.stop(waiting)
      done = undefined
      return
    }
    const graph = graphBeside(beside, options)
    if ((done?.first === finished && done.graph === graph) || !usePictures.getState().picture) return
    done = { first: finished, graph }
    void runner.run(graph, () => wantedOf(graph, { seed: finished.seed }))
  }

  const leave = [useSession.subscribe(follow), useStore.subscribe(follow)]
  follow()
  return () => {
    leave.forEach((each) => each())
    runner.stop(waiting)
    engine.end()
    useSecond.setState(nothing)
  }
}
