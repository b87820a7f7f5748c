import { inputOf } from '../../../runtime/input'
import { published } from '../../../runtime/trained/model'
import type { Engine, Pixels, Progress } from '../../../runtime/types'
import { asMap, type MapShape } from '../../../nn/shape'
import { shrunk, type Shot } from './shots'
import type { Trunk } from './trunk'

/** What the frozen part of a network gives for an image, computed once. */
export interface Features {
  /** Means of the last feature maps: what a head reads. */
  readonly pooled: Float32Array
  /** The tensor that enters the last block, [height, width, channels] row by row. */
  readonly entering: Float32Array
}

/** Runs the trunk on an image. */
export async function featuresOf(
  engine: Engine,
  { model, maps, enters }: Trunk,
  pixels: Pixels,
  onProgress: (progress: Progress) => void,
): Promise<Features> {
  const request = {
    architecture: model.graph.architecture,
    image: shrunk(pixels, model.graph.architecture.input[0]),
    seed: 1,
    trained: published(model.id),
  }
  const { trace } = await engine.run(request, onProgress)
  const [last, entering] = await Promise.all([trace.read(maps), trace.read(enters)])
  return { pooled: means(last.values, asMap(last.shape)), entering: entering.values }
}

/** The mean of every channel. */
export function means(values: Float32Array, [height, width, channels]: MapShape): Float32Array {
  const sums = new Float32Array(channels)
  values.forEach((value, i) => (sums[i % channels] += value))
  return sums.map((sum) => sum / (height * width))
}

/** An image as a small network reads it. */
export const smallInput = ({ pixels }: Shot, input: MapShape): Float32Array =>
  inputOf(shrunk(pixels, input[0]), input, 1)

/** What is subtracted from each feature, and what it is divided by. */
export interface Standard {
  readonly mean: Float32Array
  readonly spread: Float32Array
}

/**
 * Mean and standard deviation of each feature over the training images, the latter times √features: so standardized, an
 * image has about length 1 whatever the trunk, and one learning rate suits them all. To each variance that of all
 * features is added, since few images tell little of one: on held-out drawings, over all 20 choices of three of six
 * things, ResNet-20 got 5.6%, 4.0%, 3.7% and 3.5% wrong with 1, 4, 8 and 16 images per class so, 8.1%, 5.0%, 4.0% and
 * 4.6% with each variance alone, and 7.3%, 4.2%, 4.0% and 4.2% where every image was made of length 1.
 */
export function standardOf(all: readonly Float32Array[]): Standard {
  const count = all[0].length
  const mean = new Float32Array(count)
  const spread = new Float32Array(count)
  for (const values of all) values.forEach((value, k) => (mean[k] += value / all.length))
  for (const values of all) values.forEach((value, k) => (spread[k] += (value - mean[k]) ** 2 / all.length))
  // A feature that is the same in every image tells nothing; it is not blown up.
  const floor = 1e-5 + spread.reduce((sum, value) => sum + value, 0) / count
  return { mean, spread: spread.map((value) => Math.sqrt((value + floor) * count)) }
}

export const standardized = (values: Float32Array, { mean, spread }: Standard): Float32Array =>
  values.map((value, k) => (value - mean[k]) / spread[k])

/**
 * A head for the features as they are, from one that learned on standardized ones: x·W/s + (b − m·W/s).
 * @param kernel [features, classes]
 */
export function unfolded(
  kernel: Float32Array,
  bias: Float32Array,
  { mean, spread }: Standard,
): { readonly kernel: Float32Array; readonly bias: Float32Array } {
  const classes = bias.length
  const own = kernel.map((value, i) => value / spread[Math.floor(i / classes)])
  const shift = bias.slice()
  own.forEach((value, i) => (shift[i % classes] -= mean[Math.floor(i / classes)] * value))
  return { kernel: own, bias: shift }
}
