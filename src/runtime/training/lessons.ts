import { build } from '../../nn/build'
import type { Architecture } from '../../nn/spec'
import type { FlowOf, Glance, Seen, WatchedStep } from './measures'
import { type Batch, type Descent, Learner, type WeightValues, withBatch } from './network'

// What the worker is asked while it trains: one network learns at a time, from batches that the page sends.

let learner: Learner | undefined

/**
 * Begins with another network; the one before is let go of.
 * @param given weights that it begins with; what they lack is seeded
 */
export function learn(architecture: Architecture, descent: Descent, given?: WeightValues): void {
  learner?.dispose()
  learner = undefined
  learner = new Learner(build(architecture), descent, given)
}

/** Every weight of the network that learns, as it is now. */
export function learned(): Promise<WeightValues> {
  return present().values()
}

/** One step of descent; the mean cross-entropy before it, in nats. */
export function step(batch: Batch): Promise<number> {
  return withBatch(batch, (images, answers) => present().step(images, answers))
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

function present(): Learner {
  if (!learner) throw new Error('No network has begun to learn.')
  return learner
}
