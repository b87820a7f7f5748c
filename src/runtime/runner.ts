import type { Edits } from '../nn/build'
import type { Graph, NodeId } from '../nn/graph'
import { published } from './trained/model'
import {
  CancelledError,
  type Engine,
  type GivenWeights,
  type Pixels,
  type Progress,
  type RunResult,
  type Supply,
} from './types'
import { messageOf } from './words'

/** What goes into a forward pass. */
export interface Source {
  readonly graph: Graph
  readonly edits?: Edits
  readonly pixels: Pixels
  readonly seed: number
  /** The model whose weights run; without one they are random. */
  readonly trained?: { readonly id: string }
  /** Weights of the reader's own, which take the place of both. */
  readonly given?: GivenWeights & { readonly supply: Supply }
  /** Those of its weights that are drawn anew, see `RunRequest`. */
  readonly fresh?: readonly string[]
}

/** Where a forward pass stands. */
export type RunState =
  /** Nothing has been asked for, or what was asked for is to be asked again. */
  | { readonly phase: 'waiting' }
  | {
      readonly phase: 'running'
      readonly progress: Progress | null
      readonly doneNodes: ReadonlySet<NodeId>
    }
  /** Its weights are fetched only when the reader asks for them: so many bytes. */
  | { readonly phase: 'offered'; readonly bytes: number }
  | { readonly phase: 'done' }
  | { readonly phase: 'cancelled' }
  | {
      readonly phase: 'failed'
      readonly problem: string
      /** It is the trained weights that could not be had. */
      readonly lacksWeights: boolean
    }

export const waiting: RunState = { phase: 'waiting' }

/** The run and the last one that finished, which is kept while a newer one of the same graph runs, and no longer. */
export interface Runs<S extends Source> {
  readonly run: RunState
  readonly finished: (S & { readonly result: RunResult }) | null
}

export interface Runner<S extends Source> {
  /**
   * Runs a graph; an older run is given up. Never rejects: `publish` is told.
   * @param isFrame one of many of the same network: of what follows a run that is done, only the end is told
   */
  run(graph: Graph, source: () => S, isFrame?: boolean): Promise<void>
  /** Gives up what runs. */
  stop(state: RunState): void
}

/**
 * Runs one network after another; the newest wins.
 * @param engine may fetch it first, and rejects where there is none to be had
 * @param publish hears of every change, of progress once a frame
 */
export function createRunner<S extends Source>(
  engine: () => Promise<Engine>,
  publish: (runs: Runs<S>) => void,
): Runner<S> {
  let latest = 0
  let runs: Runs<S> = { run: waiting, finished: null }
  let running: Engine | undefined

  function tell(run: RunState, finished = runs.finished): void {
    runs = { run, finished }
    publish(runs)
  }

  return {
    async run(graph, source, isFrame = false) {
      const mine = ++latest
      const isCurrent = () => mine === latest
      const tellProgress = (progress: Progress | null, doneNodes: ReadonlySet<NodeId>) =>
        isCurrent() && tell({ phase: 'running', progress, doneNodes })
      const isKnown = runs.finished?.graph === graph
      const isQuiet = isFrame && isKnown && runs.run.phase === 'done'
      if (!isQuiet)
        tell(
          { phase: 'running', progress: null, doneNodes: new Set() },
          // Maps of another network would stand under the wrong names.
          isKnown ? runs.finished : null,
        )
      const report = byFrame(tellProgress)
      try {
        running = await engine()
        if (!isCurrent()) return
        const what = source()
        const { edits, pixels, seed, trained, given, fresh } = what
        const result = await running.run(
          {
            architecture: graph.architecture,
            ...(edits && { edits }),
            image: pixels,
            seed,
            ...(given
              ? {
                  given: {
                    id: given.id,
                    ...(given.scaling && { scaling: given.scaling }),
                    ...(fresh && { fresh }),
                  },
                }
              : trained && { trained: published(trained.id) }),
          },
          isQuiet ? undefined : report.take,
          given?.supply,
        )
        if (isCurrent()) tell({ phase: 'done' }, { ...what, result })
      } catch (error) {
        if (!isCurrent()) return
        if (error instanceof CancelledError) return tell(waiting)
        const lacksWeights = error instanceof Error && error.name === 'TrainedError'
        tell({ phase: 'failed', problem: messageOf(error), lacksWeights })
      } finally {
        report.stop()
      }
    },
    stop(state) {
      latest++
      running?.cancel()
      // What was to take its place is of something else: nothing that is asked now is answered by it.
      const { phase } = state
      const stays = phase === 'waiting' || (phase === 'cancelled' && runs.run.phase === 'done')
      tell(state, stays ? runs.finished : null)
    },
  }
}

/** Hundreds of layers report within milliseconds; the screen hears of them once a frame. */
function byFrame(tell: (progress: Progress, done: ReadonlySet<NodeId>) => void) {
  const done = new Set<NodeId>()
  let frame = 0
  let isOver = false
  return {
    take(progress: Progress) {
      // Progress has a channel of its own: what small networks report last can come after their result.
      if (isOver) return
      if (progress.stage === 'layers') done.add(progress.node)
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => tell(progress, new Set(done)))
    },
    stop() {
      isOver = true
      cancelAnimationFrame(frame)
    },
  }
}
