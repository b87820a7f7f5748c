import { stream } from '../../../exercises/random'
import type { Graph } from '../../../nn/graph'
import type { Lane } from '../../../runtime/lane'
import type { Batch } from '../../../runtime/training/batch'
import type { WeightValues } from '../../../runtime/training/descent'
import { many } from '../../shared/many'

/** An image as what learns reads it. */
export interface Example {
  readonly values: Float32Array
  readonly label: number
}

/** What learns, from what, and how. */
export interface Lesson {
  readonly graph: Graph
  /** Weights that it begins with; what they lack is random. */
  readonly start?: WeightValues
  readonly train: readonly Example[]
  readonly held: readonly Example[]
  readonly classes: number
  readonly rate: number
  readonly steps: number
  readonly seed: number
}

export interface Taught {
  /** Cross-entropy of each step's batch, in nats. */
  readonly losses: readonly number[]
  /** Share of the held-out images that are taken for something else, after so many steps. */
  readonly tests: readonly { readonly step: number; readonly error: number }[]
  /** Probabilities for the held-out images, [images, classes] row by row. */
  readonly shares: Float32Array
  readonly weights: WeightValues
}

/** Images of a step, at most. */
export const batchSize = 16

/** Tests on the way, the one at the end among them. */
const tests = 10

/** Trains in a worker; rejects with a sentence where the loss is no number any more. */
export async function teach(
  lane: Lane,
  { graph, start, train, held, classes, rate, steps, seed }: Lesson,
  signal: AbortSignal,
  onDone: (done: number, of: number) => void = () => {},
): Promise<Taught> {
  const shape = graph.architecture.input
  const batch = (examples: readonly Example[]): Batch => ({
    images: joined(examples),
    shape: [examples.length, ...shape],
    labels: examples.map(({ label }) => label),
    classes,
  })
  const predict = async () => {
    const parts: Float32Array[] = []
    for (let first = 0; first < held.length; first += 32)
      parts.push(await lane.ask((api) => api.predict(batch(held.slice(first, first + 32)))))
    return Float32Array.from(parts.flatMap((part) => [...part]))
  }
  await lane.ask((api) => api.learn(graph.architecture, { seed, rate }, start))
  const order = ordered(train, seed)
  const losses: number[] = []
  const measured: { step: number; error: number }[] = []
  let shares = await predict()
  const measure = () => measured.push({ step: losses.length, error: errorOf(shares, held, classes) })
  measure()
  for (let step = 1; step <= steps; step++) {
    signal.throwIfAborted()
    const examples = Array.from({ length: Math.min(batchSize, train.length) }, () => order.next().value!)
    const loss = await lane.ask((api) => api.step(batch(examples)))
    if (!Number.isFinite(loss))
      throw new Error(
        `After ${many(step, 'step')} the loss is no longer a number, so training has stopped. Your images are kept; try fewer steps, or let something else learn.`,
      )
    losses.push(loss)
    if (step % Math.ceil(steps / tests) === 0 || step === steps) {
      shares = await predict()
      measure()
    }
    onDone(step, steps)
  }
  return { losses, tests: measured, shares, weights: await lane.ask((api) => api.learned()) }
}

/** Every example once, in an order by chance, then again in another. */
function* ordered(examples: readonly Example[], seed: number): Generator<Example, never> {
  const random = stream(`order ${seed}`)
  for (;;) {
    const left = [...examples]
    while (left.length > 0) yield left.splice(Math.floor(random() * left.length), 1)[0]
  }
}

function joined(examples: readonly Example[]): Float32Array {
  const size = examples[0].values.length
  const all = new Float32Array(size * examples.length)
  examples.forEach(({ values }, i) => all.set(values, i * size))
  return all
}

/** The class with the largest probability, for each image. */
export function guesses(shares: Float32Array, classes: number): readonly number[] {
  return Array.from({ length: shares.length / classes }, (_, i) => {
    const own = shares.subarray(i * classes, (i + 1) * classes)
    return own.indexOf(Math.max(...own))
  })
}

export function errorOf(
  shares: Float32Array,
  held: readonly Pick<Example, 'label'>[],
  classes: number,
): number {
  const wrong = guesses(shares, classes).filter((guess, i) => guess !== held[i].label).length
  return wrong / held.length
}

/** How often an image of a class (row) was taken for another (column). */
export function confusion(
  shares: Float32Array,
  held: readonly Pick<Example, 'label'>[],
  classes: number,
): readonly (readonly number[])[] {
  const table = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0))
  guesses(shares, classes).forEach((guess, i) => table[held[i].label][guess]++)
  return table
}
