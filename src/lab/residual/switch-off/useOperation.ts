import { useCallback, useContext, useEffect, useRef, useState } from 'react'
import { allEvidenceOf, type Evidence } from '../../../featuremaps/evidence'
import { type Maps, mapsOf } from '../../../featuremaps/maps'
import { averagingHead } from '../../../nn/classActivation'
import type { Graph } from '../../../nn/graph'
import { holdEngine } from '../../../runtime/heldEngine'
import { loadTrained } from '../../../runtime/trained/load'
import { published } from '../../../runtime/trained/model'
import { CancelledError, type Engine, type Pixels, type RunResult } from '../../../runtime/types'
import type { WeightSource } from '../../../runtime/weights'
import { sentence } from '../../../runtime/words'
import { Still } from '../../shared/still'
import { fetching, type Model } from '../../shared/models'
import { blocksOf, type Edited, idOf, operate, supplyOf, type Surgery, untouched } from './surgery'

/** Probabilities of the classes as the network was trained, and as it is now. */
export interface Answer {
  readonly whole: Float32Array
  readonly now: Float32Array
  /** What it was asked of. */
  readonly pixels: Pixels
  /** The network as it is now. */
  readonly graph: Graph
  /** What the score of a class is made of now. */
  readonly evidence: (index: number) => Evidence
}

interface Operation {
  /** Of the residual network and of the plain one, as far as they have come. */
  readonly answers: readonly Answer[]
  /** What the chosen block of the residual network gives. */
  readonly maps?: Maps
  /** What is being waited for, as a sentence. */
  readonly waits?: string
  readonly problem?: string
}

/** A slider that is dragged asks for one run, not for fifty, in milliseconds. */
const pause = 120

/**
 * Runs both networks as they are operated on, one after the other in one worker, which ends with the lab. The newest wish wins.
 * @param at the place of the block whose maps are read, from 0; null for none
 */
export function useOperation(
  pair: readonly Model[],
  surgery: Surgery,
  pixels: Pixels | null,
  at: number | null,
): Operation & { readonly retry: () => void } {
  const isStill = useContext(Still)
  const held = useRef<ReturnType<typeof holdEngine>>(undefined)
  const weights = useRef(new Map<string, WeightSource>())
  const wholes = useRef(new WeakMap<Pixels, Map<string, Float32Array>>())
  const [state, setState] = useState<Operation>({ answers: [] })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const engine = holdEngine()
    held.current = engine
    return engine.end
  }, [])
  useEffect(() => {
    if (!pixels || isStill) return
    const leaving = new AbortController()
    const show = (change: Partial<Operation>) =>
      !leaving.signal.aborted && setState((before) => ({ ...before, ...change }))
    let running: Engine | undefined
    const timer = setTimeout(
      () =>
        void go().catch((error: unknown) => {
          if (!(error instanceof CancelledError)) show({ problem: sentence(error), waits: undefined })
        }),
      pause,
    )

    async function go(): Promise<void> {
      show({ waits: 'Starting a worker…', problem: undefined })
      running = await held.current!.get()
      const answers: Answer[] = []
      for (const [i, model] of pair.entries()) {
        const trained = await weightsOf(model)
        show({ waits: `Running ${model.title}…` })
        const edited = operate(model.graph, of(model, surgery))
        const now = await pass(running, model, edited, surgery, trained)
        if (i === 0 && at !== null) await readMaps(now, model)
        const { graph } = edited
        const evidence = await allEvidenceOf(now.trace, averagingHead(graph)!)
        const whole = await wholeOf(running, model, trained)
        answers.push({ graph, pixels: pixels!, evidence, now: now.output, whole })
        show({ answers: [...answers] })
      }
      show({ waits: undefined })
    }

    async function weightsOf(model: Model): Promise<WeightSource> {
      const { id, graph } = model
      const known = weights.current.get(id)
      if (known) return known
      const fetched = await loadTrained(published(id), graph, leaving.signal, (done, of) =>
        show({ waits: fetching(model, done, of) }),
      )
      weights.current.set(id, fetched)
      return fetched
    }

    async function pass(
      engine: Engine,
      model: Model,
      edited: Edited,
      done: Surgery,
      trained: WeightSource,
    ): Promise<RunResult> {
      if (leaving.signal.aborted) throw new CancelledError('Something else was asked for.')
      return engine.run(
        {
          architecture: edited.graph.architecture,
          image: pixels!,
          seed: 1,
          given: { id: idOf(model.id, done) },
        },
        undefined,
        supplyOf(edited, trained, done.scale),
      )
    }

    /** The answer of the network as it was trained, once for every image. */
    async function wholeOf(engine: Engine, model: Model, trained: WeightSource): Promise<Float32Array> {
      const known = wholes.current.get(pixels!) ?? new Map<string, Float32Array>()
      wholes.current.set(pixels!, known)
      const before = known.get(model.id)
      if (before) return before
      const none = untouched(blocksOf(model.graph))
      const { output } = await pass(engine, model, operate(model.graph, none), none, trained)
      known.set(model.id, output)
      return output
    }

    async function readMaps({ trace }: RunResult, model: Model): Promise<void> {
      const { graph, places } = operate(model.graph, surgery)
      const { values, shape } = await trace.read(
        graph.group(places[Math.min(at!, places.length - 1)].id).output,
      )
      show({ maps: mapsOf(values, shape) })
    }

    return () => {
      clearTimeout(timer)
      leaving.abort(new CancelledError('Something else was asked for.'))
      running?.cancel()
    }
  }, [pair, surgery, pixels, at, attempt, isStill])
  return { ...state, retry: useCallback(() => setAttempt((n) => n + 1), []) }
}

/** A plain network has no shortcut that could be cut. */
function of(model: Model, surgery: Surgery): Surgery {
  return model.graph.nodes.some(({ family }) => family === 'merge') ? surgery : { ...surgery, cut: new Set() }
}
