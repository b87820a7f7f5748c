import type { NodeId } from '../nn/graph'
import type { Edits } from '../nn/build'
import type { Architecture } from '../nn/spec'
import type { Trace } from '../nn/trace'
import type { TrainedModel } from './trained/model'

export const backends = ['webgpu', 'webgl', 'wasm', 'cpu'] as const

/** Where the kernels run. */
export type Backend = (typeof backends)[number]

/** Their names on screen. */
export const backendNames: Readonly<Record<Backend, string>> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
}

/** Pixels as a canvas gives them: red, green, blue, alpha, 0 to 255. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** How a byte of an image becomes a value of the input, channel by channel: byte · scale + shift. */
export interface Scaling {
  readonly scale: readonly number[]
  readonly shift: readonly number[]
  /** Which colors the network reads first to last. */
  readonly order: 'rgb' | 'bgr'
}

/** Weights of the reader's own, which the worker is handed before the run that needs them. */
export interface GivenWeights {
  /** Another file has another one. */
  readonly id: string
  /** What its network was trained on; ImageNet's mean and deviation where absent. */
  readonly scaling?: Scaling
}

/** A weight of a node in one word. */
export const weightKey = (node: NodeId, weight: string): string => `${node} ${weight}`

/** Hands over every weight of a node, once; the arrays are given away. */
export type Supply = (
  give: (node: NodeId, weight: string, values: Float32Array<ArrayBuffer>) => Promise<void>,
) => Promise<unknown>

/** What to run; plain data, so that it can go to a worker. */
export interface RunRequest {
  readonly architecture: Architecture
  readonly edits?: Edits
  /** Already at the network's height and width. */
  readonly image: Pixels
  /** The same seed gives the same weights on every backend and machine. */
  readonly seed: number
  /** Weights that were trained, in place of seeded ones; refused where they belong to another network. */
  readonly trained?: TrainedModel
  /** Weights that were handed over; what they lack is drawn at random. */
  readonly given?: GivenWeights & {
    /** Weights that are drawn at random though the file has some of this name (`weightKey`): theirs have another shape. */
    readonly fresh?: readonly string[]
  }
  /** Keep every activation (default), or only the outputs, which is faster and smaller. */
  readonly keep?: 'all' | 'outputs'
}

export type Progress =
  | {
      readonly done: number
      readonly of: number
      readonly node: NodeId
      readonly stage: 'weights' | 'layers'
    }
  /** Trained weights arrive; `done` and `of` are bytes. */
  | { readonly done: number; readonly of: number; readonly stage: 'download' }

export interface RunResult {
  readonly trace: Trace
  /** Values of the main output, probabilities for a classifier; none where something before it does not fit. */
  readonly output: Float32Array
  /** Milliseconds of the forward pass, weights and read-back not counted. */
  readonly milliseconds: number
  readonly backend: Backend
  /** Threads of the WASM backend; 1 elsewhere. */
  readonly threads: number
  /** Tensors and bytes that the worker holds after the run: activations and weights. */
  readonly tensors: number
  readonly bytes: number
  /** Whether all activations were kept, or too little memory allowed only the outputs. */
  readonly kept: 'all' | 'outputs'
}

/** A backend that was tried on this device. */
export interface Probe {
  readonly backend: Backend
  /** Milliseconds of the probe network; null where the backend is not there. */
  readonly milliseconds: number | null
  /** Why it is not there, as a sentence. */
  readonly reason?: string
}

export type EngineStatus =
  | { readonly state: 'starting' }
  | {
      readonly state: 'ready'
      readonly backend: Backend
      readonly threads: number
      readonly probes: readonly Probe[]
    }
  /** Nothing can run: `reason` is a sentence for the screen. Everything without kernels keeps working. */
  | { readonly state: 'unavailable'; readonly reason: string; readonly probes: readonly Probe[] }
  | { readonly state: 'ended' }

/** A run that was given up because a newer one began, or on request. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError'
}

/** A kernel that failed because memory ran out leaves the backend in an unknown state; the page starts another. */
export class DeviceError extends Error {
  override readonly name = 'DeviceError'
}

/** The device went away, and its tensors with it; a new worker starts it again. */
export class LostError extends Error {
  override readonly name = 'LostError'
}

/** Runs networks in a worker; one run at a time, a new one replaces the running one. */
export interface Engine {
  readonly status: EngineStatus
  /** Called at every change of status and for notices such as a recovered WebGL context; returns the way out. */
  subscribe(listener: (status: EngineStatus, notice?: string) => void): () => void
  /**
   * Rejects with a `CancelledError`, or with an Error whose message is a sentence for the screen.
   * @param supply hands over the weights that the request calls given, where the worker has not got them
   */
  run(request: RunRequest, onProgress?: (progress: Progress) => void, supply?: Supply): Promise<RunResult>
  cancel(): void
  /**
   * Switches the backend; 'auto' measures again. What runs or is read meanwhile rejects with a `CancelledError`, and so
   * does this promise when a newer wish takes its place.
   */
  setBackend(backend: Backend | 'auto'): Promise<void>
  /** Ends the worker; whatever still waits for it rejects with a `CancelledError`. */
  destroy(): void
}
