import { create } from 'zustand'
import type { Graph } from '../../nn/graph'
import { holdEngine } from '../../runtime/heldEngine'
import { createRunner, type Runs, waiting } from '../../runtime/runner'
import { useLive } from '../image/live'
import { usePictures } from '../image/pictures'
import { type Finished, type Look, useSession, type Wanted, wantedOf } from '../run/session'
import { useStore } from '../state/store'
import { graphBeside } from '../trained/base'

const nothing: Runs<Wanted> = { run: waiting, finished: null }

/** Where the run of the network beside stands. */
export const useSecond = create<Runs<Wanted>>(() => nothing)

/** The first run and the network that a second one belongs to. */
interface Done {
  readonly first: Finished
  readonly graph: Graph
  isRunning: boolean
}

/**
 * While two networks are compared: runs the second on an engine of its own whenever the first has finished, on the
 * same image, seed and backend, with its own trained weights where it has some, and never both at once, except on the
 * webcam: there the first never rests, and the second takes the newest frame whenever it is done with one. Returns the
 * way out, which frees the engine.
 */
export function followFirst(): () => void {
  const engine = holdEngine()
  let done: Done | undefined
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
    const isLive = useLive.getState().live !== null
    if (done?.graph === graph && (done.first === finished || (isLive && done.isRunning))) return
    if (!usePictures.getState().picture) return
    const mine: Done = (done = { first: finished, graph, isRunning: true })
    const wanted = () => wantedOf(graph, { seed: finished.seed }, seenBy(finished, graph))
    void runner.run(graph, wanted, isLive).then(() => {
      mine.isRunning = false
      if (done === mine) follow()
    })
  }

  const leave = [useSession.subscribe(follow), useStore.subscribe(follow)]
  follow()
  return () => {
    leave.forEach((each) => each())
    done = undefined
    runner.stop(waiting)
    engine.end()
    useSecond.setState(nothing)
  }
}

/** What the first network saw, where the second looks at as many pixels: the page's image may be older than a frame. */
function seenBy({ pixels }: Finished, graph: Graph): Look | undefined {
  const [height, width] = graph.architecture.input
  return pixels.width === width && pixels.height === height ? () => pixels : undefined
}
