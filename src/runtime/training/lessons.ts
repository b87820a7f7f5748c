import { build } from '../../nn/build'
import type { NodeId } from '../../nn/graph'
import type { Architecture } from '../../nn/spec'
import type { FlowOf, Glance, Seen, WatchedStep } from './measures'
import { type Batch, withBatch } from './batch'
import type { Descent, Memory, WeightValues } from './descent'
import { Learner } from './network'
import type { Place } from './grid'
import { directionOf, type Slice, type Statistics, type Verdict } from './surface'

// What the worker is asked while it trains: one network learns at a time, from batches that the page sends.

let learner: Learner | undefined

/** Two directions around its weights, while a surface is computed. */
let slice: Slice | undefined

/**
 * Begins with another network; the one before is let go of.
 * @param given weights that it begins with; what they lack is seeded
 * @param remembered what `memory` told, to go on from there
 */
export function learn(
  architecture: Architecture,
  descent: Descent,
  given?: WeightValues,
  remembered?: Memory,
): void {
  endSlice()
  learner?.dispose()
  learner = undefined
  learner = new Learner(build(architecture), descent, given, remembered)
}

/** Every weight of the network that learns, as it is now. */
export function learned(): Promise<WeightValues> {
  return present().values()
}

/** What its optimizer remembers. */
export function memory(): Promise<Memory> {
  return present().memory()
}

/** The output of one node for a batch, row by row. */
export function output(batch: Batch, at: NodeId): Promise<Float32Array> {
  return withBatch(batch, (images) => present().output(images, at))
}

/** One step of descent, at another rate where one is said; the mean cross-entropy before it, in nats. */
export function step(batch: Batch, rate?: number): Promise<number> {
  return withBatch(batch, (images, answers) => present().step(images, answers, rate))
}

/** One step of descent, and what it does to every layer. */
export function watchedStep(batch: Batch): Promise<WatchedStep> {
  return withBatch(batch, (images, answers) => present().watchedStep(images, answers))
}

/** What comes to the normalizations of the network as it is now, and what they make of it; nothing changes. */
export function look(batch: Batch, glance: Glance): Promise<Seen> {
  return withBatch(batch, (images) => present().look(images, glance))
}

/** The probabilities, [batch, classes] row by row. */
export function predict(batch: Batch): Promise<Float32Array> {
  return withBatch(batch, (images) => present().predict(images))
}

/** What one batch sends through a network as it begins; nothing of it stays on the device. */
export async function flow(architecture: Architecture, descent: Descent, batch: Batch): Promise<FlowOf> {
  const fresh = new Learner(build(architecture), descent)
  try {
    return await withBatch(batch, (images, answers) => fresh.flow(images, answers))
  } finally {
    fresh.dispose()
  }
}

/** Two random directions around the weights as they are now, until the next `learn` or `endSlice`. */
export async function beginSlice(seeds: readonly [number, number]): Promise<void> {
  const [own, { graph }] = [await present().values(), present()]
  endSlice()
  slice = present().slice([directionOf(graph, own, seeds[0]), directionOf(graph, own, seeds[1])])
}

/** What the network would make of a batch at each of some places on the slice. */
export async function sliceAt(
  batch: Batch,
  places: readonly Place[],
  by: Statistics,
): Promise<readonly Verdict[]> {
  const around = slice
  if (!around) throw new Error('No directions have been chosen.')
  return withBatch(batch, async (images) => {
    const verdicts: Verdict[] = []
    for (const place of places) verdicts.push(await around.at(images, batch.labels, place, by))
    return verdicts
  })
}

export function endSlice(): void {
  slice?.dispose()
  slice = undefined
}

function present(): Learner {
  if (!learner) throw new Error('No network has begun to learn.')
  return learner
}
