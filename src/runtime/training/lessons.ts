import { build } from '../../nn/build'
import type { NodeId } from '../../nn/graph'
import type { Architecture } from '../../nn/spec'
import type { FlowOf, Glance, Seen, WatchedStep } from './measures'
import { hasOwn } from '../simd/register'
import { type Batch, withBatch } from './batch'
import { Crew, type Seat } from './crew'
import type { Descent, Memory, WeightValues } from './descent'
import { Meeting, MeetingError } from './meeting'
import { Learner } from './network'
import type { Place } from './grid'
import { directionOf, type Slice, type Statistics, type Verdict } from './surface'

// What the worker is asked while it trains: one network learns at a time, from batches that the page sends.

let learner: Learner | undefined

/** Helpers that share its batches, where the page wants some. */
let crew: Crew | undefined

/** In a helper: its place among those that share a batch. */
let seat: (Seat & { readonly meeting: Meeting }) | undefined

/** Two directions around its weights, while a surface is computed. */
let slice: Slice | undefined

/**
 * Begins with another network; the one before is let go of.
 * @param given weights that it begins with; what they lack is seeded
 * @param remembered what `memory` told, to go on from there
 * @param workers that share its batches, this one among them
 * @returns how many there are: 1 where no others can be had
 */
export async function learn(
  architecture: Architecture,
  descent: Descent,
  given?: WeightValues,
  remembered?: Memory,
  workers = 1,
): Promise<number> {
  endSlice()
  learner?.dispose()
  learner = undefined
  learner = new Learner(build(architecture), descent, given, remembered)
  if (crew?.size !== workers) dismiss()
  if (workers === 1 || !hasOwn('OwnNormalize')) return 1
  crew ??= await Crew.begin(workers - 1)
  await crew?.take(architecture, descent, learner).catch(dismiss)
  return crew?.size ?? 1
}

function dismiss(): void {
  crew?.dismiss()
  crew = undefined
}

/** With the helpers, where there are images enough for all; without them where they fail. */
async function together<T>(
  { shape }: Batch,
  shared: (crew: Crew) => Promise<T>,
  alone: () => Promise<T>,
): Promise<T> {
  if (!crew || shape[0] < crew.size) return alone()
  try {
    return await shared(crew)
  } catch (error) {
    dismiss()
    if (error instanceof MeetingError) return alone()
    throw error
  }
}

/** Tensors alive in its helpers. */
export async function tensorsOfHelpers(): Promise<number> {
  return (await crew?.tensors()) ?? 0
}

/** In a helper: takes a place among those that share the batches of a network. */
export function join(given: Seat): void {
  learner?.dispose()
  learner = undefined
  learner = new Learner(build(given.architecture), given.descent)
  seat = { ...given, meeting: new Meeting(given.meetings, given.place, given.places) }
}

/**
 * In a helper: its share of a step.
 * @param of images of the whole batch
 * @param steps that have been made
 */
export async function share(batch: Batch, of: number, steps: number): Promise<void> {
  const { meeting, weights } = seat!
  try {
    present().readFrom(weights)
    await withBatch(batch, async (images, answers) =>
      present().contribute(images, answers, { meeting, own: batch.shape[0], of }, steps),
    )
  } catch (error) {
    meeting.leave()
    throw error
  }
}

/** In a helper: probabilities for its share of a batch. */
export function predictShare(batch: Batch): Promise<Float32Array> {
  present().readFrom(seat!.weights)
  return predict(batch)
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
  return together(
    batch,
    (crew) => crew.step(batch, rate),
    () => withBatch(batch, (images, answers) => present().step(images, answers, rate)),
  )
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
  return together(
    batch,
    (crew) => crew.predict(batch),
    () => withBatch(batch, (images) => present().predict(images)),
  )
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
