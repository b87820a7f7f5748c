import type { NodeId } from '../../nn/graph'

/** What one batch sends through a layer with a kernel, as root mean squares. */
export interface Flow {
  readonly id: NodeId
  /** Of the layer's output, before any normalization: the signal going forward. */
  readonly output: number
  /** Of ∂loss/∂output, the gradient coming back, in nats per unit of output. */
  readonly returning: number
  /** Of ∂loss/∂kernel, what a step of descent is made of, in nats per unit of weight. */
  readonly kernel: number
}

/** What one step does to a layer with a kernel, as Euclidean norms: the root of the sum of all squares. */
export interface Motion {
  readonly id: NodeId
  /** Of the layer's output, before any normalization. */
  readonly output: number
  /** Of ∂loss/∂kernel. */
  readonly gradient: number
  /** Of the kernel before the step. */
  readonly weights: number
  /** Of what the step subtracts from it: rate times velocity. */
  readonly update: number
}

/** One step of descent, watched. */
export interface WatchedStep {
  /** Mean cross-entropy of the batch before the step, in nats. */
  readonly loss: number
  /** Every layer with a kernel, from the image to the scores. */
  readonly layers: readonly Motion[]
  /** The norm of ∂loss/∂output of every node that a gradient reaches, over the whole batch. */
  readonly returning: Readonly<Record<NodeId, number>>
}

/** What one batch sends through a network. */
export interface FlowOf {
  /** Mean cross-entropy of the batch, in nats. */
  readonly loss: number
  /** Every layer with a kernel, from the image to the scores. */
  readonly layers: readonly Flow[]
}

/** γ times a factor and β plus a shift, in one channel or in all. */
export interface NormEdit {
  readonly id: NodeId
  /** From 0; null for all. */
  readonly channel: number | null
  readonly gamma: number
  readonly beta: number
}

/** How a batch is looked at. */
export interface Glance {
  /** The statistics that normalize: those of this batch, or those that were stored while it learned. */
  readonly by: 'batch' | 'stored'
  /** The normalization whose values are handed out. */
  readonly at: NodeId
  readonly edit?: NormEdit
  /** How strongly every normalization's output is disturbed; 0 unless said. */
  readonly noise?: number
}

/** What was seen of a batch. */
export interface Seen {
  /** Probabilities, [batch, classes] row by row. */
  readonly shares: Float32Array
  /** Mean and variance of every channel that comes to a normalization, over this batch, from the image on. */
  readonly norms: readonly {
    readonly id: NodeId
    readonly mean: Float32Array
    readonly variance: Float32Array
  }[]
  /** What comes to the normalization `at` and what leaves it: [batch, height, width, channels] row by row. */
  readonly before: Float32Array
  readonly after: Float32Array
}
