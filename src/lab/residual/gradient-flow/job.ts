import type { Architecture } from '../../../nn/spec'
import type { FlowOf } from '../../../runtime/training/measures'

/** The two networks that are held beside each other. */
export const pair = ['plain', 'residual'] as const

export type Paired = (typeof pair)[number]

/** One measurement: both networks, and the weights that they begin with. */
export interface Job {
  readonly architectures: Readonly<Record<Paired, Architecture>>
  readonly seed: number
  /** Factor on He's initial kernels. */
  readonly scale: number
}

/** What one network gave. */
export type Measured = FlowOf

/** What a measurement gave, and where it ran. */
export interface Answer {
  readonly flows: Readonly<Record<Paired, Measured>>
  readonly backend: string
  readonly milliseconds: number
  /** Tensors alive on the device afterwards. */
  readonly tensors: number
}

/** Drawings in the batch. */
export const batchSize = 32
