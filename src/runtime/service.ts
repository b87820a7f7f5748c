import { memory } from '@tensorflow/tfjs-core'
import { build } from '../nn/build'
import { computable, stops } from '../nn/computable'
import type { Graph, NodeId } from '../nn/graph'
import type { Tensor } from '../nn/op'
import type { Activation } from '../nn/trace'
import { start, type Started } from './backends'
import { breathe } from './breathe'
import { type Checkpoint, execute, type Prepared, upload } from './execute'
import { Given } from './given'
import { inputOf } from './input'
import { fit, mayTransform } from './memory'
import { plan } from './plan'
import { measure } from './probe'
import * as tf from './tf'
import { loadTrained } from './trained/load'
import { type Backend, CancelledError, LostError, type Progress, type RunRequest } from './types'
import { inWords } from './words'
import { seededWeights, type WeightSource } from './weights'

/** What a run reports to the page; the activations stay here and are read one by one. */
export interface Outcome {
  readonly run: number
  readonly nodes: readonly NodeId[]
  readonly output: Float32Array
  readonly milliseconds: number
  readonly tensors: number
  readonly bytes: number
  readonly kept: 'all' | 'outputs'
}

/** A network on the device, kept so that another image needs no second upload. */
interface Loaded {
  readonly key: string
  /** What weights were drawn with, where any are drawn: without, they are the same with every seed. */
  readonly seed: number | undefined
  readonly prepared: Prepared
  /** Every weight before anything is folded. */
  readonly source: WeightSource
  readonly kept: 'all' | 'outputs'
}

const lost = 'the graphics device was lost'

/** How long kernels may run before messages are let in, in milliseconds. */
const slice = 24

/**
 * Runs networks where it lives: in the worker, or in a test. It holds the tensors of one network and one run;
 * a newer run frees the older one's.
 */
export class Service {
  #loaded: Loaded | undefined
  #trace:
    | {
        readonly run: number
        readonly values: ReadonlyMap<NodeId, Tensor>
        readonly graph: Graph
        readonly source: WeightSource
      }
    | undefined
  #runs = 0
  /** Weights of the reader's own. */
  readonly given = new Given()
  /** Ends the download of the run that is given up. */
  #download = new AbortController()
  #device: { readonly backend: Backend; readonly started: Started } | undefined
  /** Runs wait for the one before them to let go of the device. */
  #turn: Promise<unknown> = Promise.resolve()

  /** @param threads at most, on the processor; where there are none to be had, one */
  async start(backend: Backend, threads?: number): Promise<Started> {
    this.#free()
    this.#device = undefined
    const started = await start[backend](threads)
    this.#device = { backend, started }
    return started
  }

  /** Rejects when the device of the backend is lost, and is pending until then. */
  whenLost(): Promise<never> {
    return new Promise((_, reject) => this.#device?.started.onLost(() => reject(new LostError(lost))))
  }

  /** Milliseconds of a small network on the current backend, warm. */
  measure(): Promise<number> {
    return measure(tf)
  }

  /** Gives up the running run; it rejects with a `CancelledError`. */
  cancel(): void {
    this.#runs++
    this.#download.abort(new CancelledError('a newer run has begun'))
  }

  /** Runs a network; a run that is under way is given up first. */
  run(
    request: RunRequest,
    deviceGigabytes: number,
    onProgress?: (progress: Progress) => void,
  ): Promise<Outcome> {
    this.cancel()
    const run = this.#runs
    const { signal } = (this.#download = new AbortController())
    const result = this.#sound(
      this.#turn.then(() => this.#run(run, request, deviceGigabytes, signal, onProgress)),
    ).catch((error: unknown) => {
      const { title } = request.architecture
      throw inWords(error, `${title} was running`, 'A smaller input or a smaller network will run.')
    })
    this.#turn = result.catch(() => {})
    return result
  }

  async #run(
    run: number,
    request: RunRequest,
    deviceGigabytes: number,
    signal: AbortSignal,
    onProgress?: (progress: Progress) => void,
  ): Promise<Outcome> {
    const checkpoint = (stage: 'weights' | 'layers', of: number): Checkpoint => {
      let last = performance.now()
      return (done, node) => {
        if (performance.now() - last < slice && done < of) return
        return breathe().then(() => {
          last = performance.now()
          if (run !== this.#runs) throw new CancelledError('a newer run has begun')
          onProgress?.({ done, of, node, stage })
        })
      }
    }
    if (run !== this.#runs) throw new CancelledError('a newer run has begun')
    const weightsOf = (graph: Graph) =>
      request.given
        ? this.given.weightsOf(graph, request.seed, request.given.fresh)
        : request.trained
          ? loadTrained(request.trained, graph, signal, (done, of) =>
              onProgress?.({ done, of, stage: 'download' }),
            )
          : seededWeights(graph, request.seed)
    const { prepared, source, kept } = await this.#load(request, deviceGigabytes, weightsOf, checkpoint)
    const { graph, steps } = prepared
    this.#forget()
    const input = tf.tensor(
      inputOf(request.image, graph.architecture.input, request.seed, request.given?.scaling),
      [1, ...graph.architecture.input],
    )
    try {
      const outputs = new Set([
        ...graph.outputs,
        ...stops(graph).flatMap(({ node }) => graph.node(node).inputs),
      ])
      const keep = (id: NodeId) => kept === 'all' || outputs.has(id)
      const begin = performance.now()
      const values = await execute(tf, prepared, input, keep, checkpoint('layers', steps.length))
      const output = ((await values.get(graph.outputs[0])?.data()) ?? new Float32Array()) as Float32Array
      const milliseconds = performance.now() - begin
      if (kept === 'all') values.set(graph.input, input)
      else input.dispose()
      this.#trace = { run, values, graph, source }
      const { numTensors, numBytes } = memory()
      return {
        run,
        nodes: [...values.keys()],
        output,
        milliseconds,
        tensors: numTensors,
        bytes: numBytes,
        kept,
      }
    } catch (error) {
      input.dispose()
      throw error
    }
  }

  /** The answer, unless the device was lost meanwhile: it may be zeros then, or an error about something else. */
  async #sound<T>(answer: Promise<T>): Promise<T> {
    const device = this.#device
    const [outcome] = await Promise.allSettled([answer])
    if (device?.started.isLost()) throw new LostError(lost)
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }

  /** Puts the weights on the device, unless they are there. */
  async #load(
    { architecture, edits, seed, trained, given, keep = 'all' }: RunRequest,
    deviceGigabytes: number,
    weightsOf: (graph: Graph) => WeightSource | Promise<WeightSource>,
    checkpoint: (stage: 'weights', of: number) => Checkpoint,
  ): Promise<Loaded> {
    const backend = this.#device?.backend
    const key = JSON.stringify([architecture, edits ?? {}, given?.id ?? trained ?? null, keep, backend])
    if (this.#loaded?.key === key && (this.#loaded.seed ?? seed) === seed) return this.#loaded
    if (!backend) throw new Error('No backend has been started.')
    const graph = build(architecture, edits)
    if (computable(graph).size === 1) throw new Error(`Nothing can run: ${graph.issues[0].message}.`)
    const fitting = fit(graph, keep, backend, deviceGigabytes)
    if ('refusal' in fitting) throw new Error(fitting.refusal)
    const source = await weightsOf(graph)
    this.#free()
    const steps = plan(graph, fitting.keep === 'all' ? 'all' : new Set())
    const isRoomy = mayTransform(graph, fitting.keep, backend, deviceGigabytes)
    const device = isRoomy ? tf : { ...tf, winograd: undefined }
    const prepared = await upload(device, graph, steps, source, checkpoint('weights', steps.length))
    const isDrawn = given ? this.given.lacksSome(graph, given.fresh) : !trained
    this.#loaded = { key, seed: isDrawn ? seed : undefined, prepared, source, kept: fitting.keep }
    return this.#loaded
  }

  /** The output of a node in a run that is still the latest. */
  async read(run: number, node: NodeId): Promise<Activation> {
    const trace = this.#trace
    if (trace?.run !== run) throw new CancelledError('A newer run has replaced these activations.')
    const tensor = trace.values.get(node)
    if (!tensor) throw new Error(`The output of ${node} was not kept.`)
    // A copy: some backends hand out the very array that they go on using.
    const values = ((await this.#sound(tensor.data())) as Float32Array).slice()
    return { node, shape: trace.graph.node(node).shape, values }
  }

  /** The values of a weight as the run used them, before anything was folded. */
  async weights(run: number, node: NodeId, name: string, column?: number): Promise<Float32Array> {
    if (this.#trace?.run !== run) throw new CancelledError('A newer run has replaced these weights.')
    return this.#trace.source(node, name, column)
  }

  /** Tensors alive on the current backend. */
  tensors(): number {
    return memory().numTensors
  }

  /** Frees everything. */
  dispose(): void {
    this.cancel()
    this.#free()
  }

  #forget(): void {
    this.#trace?.values.forEach((tensor) => tensor.dispose())
    this.#trace = undefined
  }

  #free(): void {
    this.#forget()
    this.#loaded?.prepared.dispose()
    this.#loaded = undefined
  }
}
