import { create } from 'zustand'
import { computable } from '../../nn/computable'
import type { Graph } from '../../nn/graph'
import { whyBroken } from '../../nn/misfit'
import { createRunner, type RunState, type Runs, type Source, waiting } from '../../runtime/runner'
import {
  type Engine,
  type EngineStatus,
  type Pixels,
  type Probe,
  type RunResult,
  weightKey,
} from '../../runtime/types'
import { chosenGiven, freshIn, type Given, useGiven } from '../given/given'
import { newest } from './backends'
import { firstSlide } from '../course/firstSlide'
import type { Fit, Weighting } from '../state/intent'
import { prepare } from '../image/image'
import { useLive } from '../image/live'
import { networkOf } from '../state/network'
import { currentRoute, followRoute, hidesNetwork, isCourse } from '../route/route'
import { usePictures } from '../image/pictures'
import { useStore } from '../state/store'
import { askFor, mustAsk } from '../trained/consent'
import { trainedFor, type TrainedSummary } from '../trained/models'

/** What the page runs. */
export interface Wanted extends Source {
  readonly trained?: TrainedSummary
  readonly given?: Given
}

/** A finished forward pass and what went into it. */
export type Finished = Wanted & { readonly result: RunResult }

/** Where the forward pass stands. */
interface Session extends Runs<Wanted> {
  readonly status: EngineStatus
  /** The last that is known of every backend: a choice by hand measures none, and forgets none. */
  readonly probes: readonly Probe[]
  /** What the engine wants the visitor to know, such as a graphics device that was lost and found. */
  readonly notice: string | null
}

export const useSession = create<Session>(() => ({
  status: { state: 'starting' },
  probes: [],
  notice: null,
  run: waiting,
  finished: null,
}))

/** Why the last run failed, as a sentence. */
export function problemOf(run: RunState): string | null {
  return run.phase === 'failed' ? run.problem : null
}

let engine: Engine | undefined
let loading: Promise<Engine> | undefined

/** tfjs and its worker: loaded after the first paint, because nothing on the first screen needs it. */
export function loadEngine(): Promise<Engine> {
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
        'The part of the site that runs networks could not be loaded; is the site still reachable?',
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

/** Counts the runs that were wanted: the answer to an older question is of no more use. */
let question = 0

function plan(delay = pause): void {
  clearTimeout(timer)
  timer = setTimeout(runNow, delay)
}

const runner = createRunner<Wanted>(
  async () => {
    if (isCourse(currentRoute())) await firstSlide
    return loadEngine()
  },
  (runs) => useSession.setState(runs),
)

/** The pixels that a network of some input is given. */
export type Look = (width: number, height: number, fit: Fit) => Pixels

const atPicture: Look = (width, height, fit) => prepare(usePictures.getState().picture!, width, height, fit)

/** What runs of a graph on the page's image, as it is chosen, or on what else it is to look at. */
export function wantedOf(
  graph: Graph,
  chosen: Pick<Wanted, 'edits' | 'seed'>,
  look: Look = atPicture,
): Wanted {
  const { fit, weights } = useStore.getState()
  const [height, width] = graph.architecture.input
  const trained = chosenModel(graph, weights)
  const pixels = look(width, height, fit)
  const given = chosenGiven(graph)
  const fresh = given
    ? freshIn(graph, given).flatMap(({ node, weights }) => weights.map((name) => weightKey(node, name)))
    : []
  return {
    graph,
    pixels,
    ...chosen,
    ...(given ? { given, ...(fresh.length > 0 && { fresh }) } : trained && { trained }),
  }
}

/** The model that a run of a graph takes its weights from. */
export function chosenModel(graph: Graph, weights: Weighting): TrainedSummary | undefined {
  return weights === 'trained' && !chosenGiven(graph) ? trainedFor(graph) : undefined
}

/** Runs the chosen network on the chosen image; an older run is given up. */
export const runNow = (): void => runOn()

/** The same on a frame of the webcam, quietly where the one before has been told. */
export function runOn(frame?: Look): void {
  clearTimeout(timer)
  const { network, options, edits, seed, weights, image, fit } = useStore.getState()
  // Nobody sees it in the gallery, which has pictures to draw, or beside the recorded runs.
  if (isHidden()) {
    wasMissed = true
    return
  }
  wasMissed = false
  const { graph } = networkOf(network, options, edits)
  if (!usePictures.getState().picture) return
  const mine = ++question
  if (graph.issues.length === 0 || computable(graph).size > 1) {
    const model = chosenModel(graph, weights)
    const run = () => void runner.run(graph, () => wantedOf(graph, { edits, seed }, frame), !!frame)
    if (!model) return run()
    return void mustAsk(model, image, fit).then((must) => {
      if (mine !== question) return
      if (must) runner.stop({ phase: 'offered', bytes: model.bytes })
      else run()
    })
  }
  const problem = `The first layer cannot be computed, so nothing runs. ${whyBroken(graph)}`
  runner.stop({ phase: 'failed', problem, lacksWeights: false })
}

/** How many things stand on the page in place of the network. */
let instead = 0
/** What was to run while nobody would have seen it. */
let wasMissed = false

const isHidden = () => instead > 0 || hidesNetwork(currentRoute())

/** Says that something stands where the network would, which need not run. Returns the way to say that it has gone. */
export function hideNetwork(): () => void {
  instead++
  return () => {
    instead--
    if (!isHidden()) catchUp()
  }
}

function catchUp(): void {
  if (wasMissed || !isUpToDate()) plan()
}

/** Fetches the weights that waited for the reader, and runs. */
export function runLive(): void {
  const { network, options, edits, weights } = useStore.getState()
  const model = chosenModel(networkOf(network, options, edits).graph, weights)
  if (model) askFor(model)
  runNow()
}

export function cancelRun(): void {
  clearTimeout(timer)
  question++
  runner.stop({ phase: 'cancelled' })
}

export function dismissNotice(): void {
  useSession.setState({ notice: null })
}

/** Whether what is chosen was run, is running, or was called off. */
function isUpToDate(): boolean {
  const { network, options, edits, weights } = useStore.getState()
  const { run, finished } = useSession.getState()
  const { graph } = networkOf(network, options, edits)
  return (
    run.phase === 'running' ||
    run.phase === 'cancelled' ||
    (finished?.graph === graph &&
      finished.trained === chosenModel(graph, weights) &&
      finished.given === chosenGiven(graph))
  )
}

/** Runs again whenever network, options, edits, weights, image or seed change. Returns the way out. */
export function followChoices(): () => void {
  const leave = [
    useStore.subscribe((state, before) => {
      const changed = (['network', 'options', 'edits', 'fit', 'weights', 'seed'] as const).some(
        (key) => state[key] !== before[key],
      )
      if (changed) plan()
      if (state.backend !== before.backend && engine) {
        // The engine's status says why, and its listeners have heard it.
        engine.setBackend(state.backend ?? 'auto').catch(() => {})
        // What ran is given up; what runs next waits for the backend.
        runNow()
      }
    }),
    useGiven.subscribe((state, before) => {
      if (state.all !== before.all || state.isOn !== before.isOn) plan()
    }),
    usePictures.subscribe((state, before) => {
      // Who watches the webcam runs the network on each frame.
      if (state.picture !== before.picture && !useLive.getState().live) plan(before.picture ? pause : 0)
    }),
  ]
  let wasHidden = isHidden()
  // A picture that came first, while a file was read for the address, tells nobody a second time.
  if (usePictures.getState().picture) plan(0)
  const still = followRoute(() => {
    const isNow = isHidden()
    if (wasHidden && !isNow) catchUp()
    wasHidden = isNow
  })
  return () => {
    still()
    leave.forEach((each) => each())
  }
}
