import { afterAll, expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import type { Graph } from '../../nn/graph'
import type { Beginning } from '../begin'
import { fillNormal } from '../random'
import type { Batch } from './batch'
import { beginTraining, coresToTrain } from './begin'
import type { Descent } from './descent'

// Several workers on one batch, in the site's own worker.

const begun = new Map<number, Beginning>()
afterAll(() => begun.forEach((beginning) => beginning.end(new Error('The tests are over.'))))

/** One worker for trainings of one, another for those of two, since helpers stay where as many are asked for again. */
async function laneOf(workers: number) {
  const beginning = begun.get(workers) ?? beginTraining(`training in ${workers}`, () => {})
  begun.set(workers, beginning)
  return (await beginning.life).lane
}

const input = [12, 12, 3]
const graph = graphOf('resnet', {
  ...{ stem: 'cifar', width: 6, blocks: [1, 1, 1], shortcut: 'A', input, classes: 5 },
})
const plain = graphOf('resnet', {
  ...{ stem: 'cifar', width: 6, blocks: [1, 1, 1], shortcut: 'none', bn: false, input, classes: 5 },
})

const batchOf = (many: number): Batch => ({
  images: fillNormal(new Float32Array(many * 12 * 12 * 3), 1, many),
  ...{ shape: [many, 12, 12, 3], labels: Array.from({ length: many }, (_, i) => i % 5), classes: 5 },
})

/** Losses, weights, and what is predicted after some steps; the last batch is smaller. */
async function training(workers: number, { of = graph, ...more }: Partial<Descent> & { of?: Graph } = {}) {
  const { ask } = await laneOf(workers)
  const descent: Descent = { seed: 1, rate: 0.02, ...more }
  const learn = () => ask((api) => api.learn(of.architecture, descent, undefined, undefined, workers))
  expect(await learn()).toBe(workers)
  const losses: number[] = []
  for (const many of [10, 11, 7]) losses.push(await ask((api) => api.step(batchOf(many))))
  const shares = await ask((api) => api.predict(batchOf(9)))
  return { losses, shares, weights: await ask((api) => api.learned()) }
}

/** The largest difference as a share of the largest value. */
const apart = (a: Float32Array, b: Float32Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0) /
  b.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3)

it.each([
  ['with batch normalization', {}, 2],
  ['in three', {}, 3],
  ['without it', { of: plain }, 2],
  ['with Adam', { optimizer: 'adam', rate: 0.001 }, 2],
  ['normalized with what is stored', { norms: 'frozen' }, 2],
  ['disturbed by noise', { noise: 0.3 }, 2],
] as const)(
  'a batch that workers share takes the step of one alone, to 1e-4, and the same again bit by bit: %s',
  async (_, how, workers) => {
    const [alone, shared] = [await training(1, how), await training(workers, how)]
    const again = await training(workers, how)
    expect(again.losses).toEqual(shared.losses)
    expect(again.weights).toEqual(shared.weights)
    shared.losses.forEach((loss, i) => expect(Math.abs(loss / alone.losses[i] - 1)).toBeLessThan(1e-4))
    for (const [name, values] of Object.entries(alone.weights))
      expect(apart(shared.weights[name], values), name).toBeLessThan(1e-3)
    expect(apart(shared.shares, alone.shares)).toBeLessThan(1e-3)
  },
  180_000,
)

/** Helpers that live; each holds a lock. */
const helpers = async () =>
  (await navigator.locks.query()).held!.filter(({ name }) => name!.startsWith('layerwise helper')).length

it('trainings leave no tensor behind, in helpers neither; who leaves ends the helpers, too', async () => {
  const { ask } = await laneOf(2)
  const tensors = () => ask((api) => api.tensors())
  await training(2)
  const before = await tensors()
  for (let i = 0; i < 5; i++) await training(2)
  expect(await tensors()).toBe(before)
  expect(await helpers()).toBeGreaterThan(0)
  begun.forEach((beginning) => beginning.end(new Error('Nobody looks any more.')))
  begun.clear()
  await expect.poll(helpers, { timeout: 10_000 }).toBe(0)
}, 180_000)

it('all cores that the page may have are asked for, at most four', () => {
  expect(coresToTrain()).toBe(Math.min(navigator.hardwareConcurrency, 4))
})
