import type { DatasetName } from './datasets'
import type { Recipe } from '../runtime/trained/manifest'

/** Share of wrong answers, from 0 to 1, and mean cross-entropy in nats; null where training ran away. */
interface Score {
  readonly loss: number | null
  readonly error: number | null
}

/** What is recorded of every epoch. */
export type Quantity = 'trainError' | 'testError' | 'trainLoss' | 'testLoss'

export interface Epoch {
  /** From 1. */
  readonly epoch: number
  /** Side of its images in pixels, where they grew while the run went on. */
  readonly size?: number
  /** Over the epoch, cropped and mirrored where the run says so, while the weights were still changing. */
  readonly trainLoss: number | null
  readonly trainError: number | null
  readonly testLoss: number | null
  readonly testError: number | null
  readonly seconds: number
}

/** A recorded training, as tools/training/train.py writes it. */
export interface History {
  readonly run: {
    readonly name: string
    readonly network: string
    readonly recipe: Recipe
    readonly options: Readonly<Record<string, unknown>>
    /** Classes that it was trained on; all where empty. */
    readonly classes: readonly string[]
    /** Images of each class; all where null. */
    readonly each: number | null
    /** Whether its weights are on the site, too. */
    readonly ships?: boolean
    /** How strongly the outputs of every normalization were disturbed while training; 0 in most runs. */
    readonly noise?: number
    /** Whether images were cropped and mirrored by chance; they were in most runs. */
    readonly augmented?: boolean
    /** The side of a square cut out of every training image, in pixels; 0 in most runs. */
    readonly cutout?: number
    /** Training images that the final training error was measured on; all where it is absent. */
    readonly judged?: number | null
    /** What it was trained on; `cifar10` where it is absent. */
    readonly data?: DatasetName
    /** The smallest share of an image's area that a random resized crop took, where images were cropped so. */
    readonly smallest?: number
    /** The share of crops in few flat colors. */
    readonly flat?: number
  }
  readonly title: string
  readonly params: number
  readonly macs: number
  readonly trainImages: number
  readonly testImages: number
  readonly classes: readonly string[]
  readonly date: string
  readonly machine: string
  readonly diverged: boolean
  readonly epochs: readonly Epoch[]
  /** With the weights of the end, without cropping and mirroring. */
  readonly final: {
    readonly train: Score
    readonly test: Score
    /** The test images at several sizes, in pixels a side; `test` is the last of them. */
    readonly sizes?: readonly (Score & { readonly size: number })[]
  }
}
