import type { Architecture } from '../../../nn/spec'
import { type Drawings, draw } from '../../shared/drawings/drawings'

/** One training: what learns, and how. */
export interface Job {
  readonly architecture: Architecture
  readonly seed: number
  /** Learning rate of the descent; its momentum is 0.9. */
  readonly rate: number
  readonly steps: number
}

/** What a training tells the page, a few times a second. */
export interface Report {
  /** Losses of the batches since the last report, in nats. */
  readonly losses: readonly number[]
  /** The last test, where there was one since the last report. */
  readonly test?: { readonly step: number; readonly error: number; readonly guesses: readonly Guess[] }
  /** Steps a second, tests left out; 0 before the first. */
  readonly pace: number
  /** Tensors alive on the device. */
  readonly tensors: number
  readonly state: 'training' | 'done' | 'diverged'
}

/** What a network takes a drawing for: the place of the shape, and its probability. */
export interface Guess {
  readonly label: number
  readonly share: number
}

export const batchSize = 32
export const testSize = 200
/** The test comes again after this many steps. */
export const testEvery = 25
/** Test drawings whose guesses are reported. */
export const shown = 6

/** The drawings of the test, or the first of them; a training never sees them. */
export const testDrawings = (seed: number, count = testSize): Drawings => draw(`test/${seed}`, 0, count)
