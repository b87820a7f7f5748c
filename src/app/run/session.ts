import { create } from 'zustand'
import type { Graph, NodeId } from '../../nn/graph'
import type { Engine, EngineStatus, Pixels, Probe, Progress, RunResult } from '../../runtime/types'
import { newest } from './backends'
import { isCourse } from '../course/address'
import { firstSlide } from '../course/firstSlide'
import type { Weighting } from '../state/intent'
import { published } from '../../runtime/trained/model'
import { prepare } from '../image/image'
import { networkOf } from '../state/network'
import { isMeasured } from '../measured/address'
import { usePictures } from '../image/pictures'
import { useStore } from '../state/store'
import { trainedFor, type TrainedSummary } from '../trained/models'

/** A finished forward pass and what went into it. */
export interface Finished {
  readonly graph: Graph
  readonly pixels: Pixels
  readonly seed: number
  /** The model whose weights ran; undefined where they were random. */
  readonly trained?: TrainedSummary
  readonly result: RunResult
}

/** Where the forward pass stands. */
interface Session {
  readonly status: EngineStatus
  /** The last that is known of every backend: a choice by hand measures none, and forgets none. */
  readonly probes: readonly Probe[]
  /** What the engine wants the visitor to know, such as a graphics device that was lost and found. */
  readonly notice: string | null
  readonly phase: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
  readonly problem: string | null
  /** It is the trained weights that could not be had. */
  readonly lacksWeights: boolean
  readonly progress: Progress | null
  readonly doneNodes: ReadonlySet<NodeId>
  /** The last one that finished; kept while a newer one runs, so that the maps do not flicker. */
  readonly finished: Finished | null
}

const none: ReadonlySet<NodeId> = new Set()

export const useSession = create<Session>(() => ({
  status: { state: 'starting' },
  probes: [],
  notice: null,
  phase: 'waiting',
  problem: null,
  lacksWeights: false,
  progress: null,
  doneNodes: none,
  finished: null,
}))

let engine: Engine | undefined
let loading: Promise<Engine> | undefined

/** tfjs and its worker: loaded after the first paint, because nothing on the first screen needs it. */
function loadEngine(): Promise<Engine> {
  loading ??= import('../../runtime/engine').then(
    ({ createEngine }) => {
      engine = createEngine({ backend: useStore.getState().backend })
      const take = (status: EngineStatus, notice?: string) =>
        useSession.setState(({ probes }) => ({
          status,
          probes: 'probes' in status ? newest(probes, status.probes) : probes,
          ...(notice !== undefined && { notice }),
        }))
      engine.subscribe(take)
      take(engine.status)
      return engine
    },
    (error: unknown) => {
      loading = undefined
      throw new Error(
        'The part of the page that runs networks could not be loaded; is the site still reachable?',
        {
          cause: error,
        },
      )
    },
  )
  return loading
}

/** Choices change faster than networks run. */
const pause = 150

let timer: ReturnType<typeof setTimeout> | undefined
let latest = 0

function plan(delay = pause): void {
  clearTimeout(timer)
  timer = setTimeout(() => void runNow(), delay)
}

/** The model that a run of a graph takes its weights from. */
export function chosenModel(graph: Graph, weights: Weighting): TrainedSummary | undefined {
  return weights === 'trained' ? trainedFor(graph) : undefined
}

/** Runs the chosen network on the chosen image; an older run is given up. */
export async function runNow(): Promise<void> {
  clearTimeout(timer)
  const mine = ++latest
  const { network, options, edits, fit, weights, seed, gallery } = useStore.getState()
  // Nobody sees it in the gallery, which has pictures to draw, or beside the recorded runs.
  if (gallery !== null || isMeasured(location.hash)) return
  const { picture } = usePictures.getState()
  const { graph, resolved } = networkOf(network, options, edits)
  if (!picture) return
  if (graph.issues.length > 0) {
    engine?.cancel()
    useSession.setState({
      phase: 'failed',
      problem: `The network does not fit together, so it cannot run: ${graph.issues[0].node}: ${graph.issues[0].message}.`,
      lacksWeights: false,
      progress: null,
      doneNodes: none,
      finished: null,
    })
    return
  }
  const current = () => mine === latest
  const before = useSession.getState().finished
  useSession.setState({
    phase: 'running',
    problem: null,
    lacksWeights: false,
    progress: null,
    doneNodes: none,
    // Maps of another network would stand under the wrong names.
    finished: before?.graph === graph ? before : null,
  })
  try {
    if (isCourse(location.hash)) await firstSlide
    if (!current()) return
    const running = await loadEngine()
    if (!current()) return
    const [height, width] = resolved.architecture.input
    const pixels = prepare(picture, width, height, fit)
    const report = collector(current)
    const trained = chosenModel(graph, weights)
    const result = await running.run(
      {
        architecture: resolved.architecture,
        edits,
        image: pixels,
        seed,
        ...(trained && { trained: published(trained.id) }),
      },
      report.take,
    )
    report.stop()
    if (current())
      useSession.setState({
        phase: 'done',
        finished: { graph, pixels, seed, result, ...(trained && { trained }) },
        progress: null,
        doneNodes: new Set(graph.nodes.map((node) => node.id)),
      })
  } catch (error) {
    if (!current()) return
    const cancelled = error instanceof Error && error.name === 'CancelledError'
    useSession.setState({
      phase: cancelled ? 'cancelled' : 'failed',
      problem: cancelled ? null : error instanceof Error ? error.message : String(error),
      lacksWeights: error instanceof Error && error.name === 'TrainedError',
      progress: null,
      doneNodes: none,
    })
  }
}

/** Hundreds of layers report within milliseconds; the screen hears of them once a frame. */
function collector(current: () => boolean) {
  const done = new Set<NodeId>()
  let last: Progress | null = null
  let frame = 0
  return {
    take(progress: Progress) {
      if (progress.stage === 'layers') done.add(progress.node)
      last = progress
      frame ||= requestAnimationFrame(() => {
        frame = 0
        if (current()) useSession.setState({ progress: last, doneNodes: new Set(done) })
      })
    },
    stop() {
      cancelAnimationFrame(frame)
    },
  }
}

export function cancelRun(): void {
  clearTimeout(timer)
  latest++
  engine?.cancel()
  useSession.setState({ phase: 'cancelled', progress: null, doneNodes: none })
}

export function dismissNotice(): void {
  useSession.setState({ notice: null })
}

/** Whether what is chosen was run, is running, or was called off. */
function isUpToDate(): boolean {
  const { network, options, edits, weights } = useStore.getState()
  const { phase, finished } = useSession.getState()
  const { graph } = networkOf(network, options, edits)
  return (
    phase === 'running' ||
    phase === 'cancelled' ||
    (finished?.graph === graph && finished.trained === chosenModel(graph, weights))
  )
}

/** Runs again whenever network, options, edits, weights, image or seed change. Returns the way out. */
export function followChoices(): () => void {
  const leave = [
    useStore.subscribe((state, before) => {
      const changed = (['network', 'options', 'edits', 'fit', 'weights', 'seed'] as const).some(
        (key) => state[key] !== before[key],
      )
      const returned = before.gallery !== null && state.gallery === null
      if (changed || (returned && !isUpToDate())) plan()
      if (state.backend !== before.backend && engine) {
        const wanted = state.backend ?? 'auto'
        void engine
          .setBackend(wanted)
          .then(() => plan(0))
          // The engine's status says why, and its listeners have heard it.
          .catch(() => plan(0))
      }
    }),
    usePictures.subscribe((state, before) => {
      if (state.picture !== before.picture) plan(before.picture ? pause : 0)
    }),
  ]
  let wasMeasured = isMeasured(location.hash)
  const follow = () => {
    if (wasMeasured && !isMeasured(location.hash) && !isUpToDate()) plan()
    wasMeasured = isMeasured(location.hash)
  }
  addEventListener('hashchange', follow)
  return () => {
    removeEventListener('hashchange', follow)
    leave.forEach((each) => each())
  }
}
