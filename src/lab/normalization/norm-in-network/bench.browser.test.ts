import { afterAll, beforeAll, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import type { Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import type { Batch } from '../../../runtime/training/batch'
import { fillNormal } from '../../../runtime/random'
import { seededWeights } from '../../../runtime/weights'
import { Bench } from './bench'
import { normsOf } from './models'
import { changedIn } from './statistics'

const graph = graphOf('cifar-resnet20', { width: 4, blocks: [1, 1, 1], input: [8, 8, 3] })
const [at] = normsOf(graph)
const batch: Batch = {
  images: fillNormal(new Float32Array(4 * 8 * 8 * 3), 1, 5),
  shape: [4, 8, 8, 3],
  labels: [0, 1, 2, 3],
  classes: 10,
}

let beginning: Beginning
let bench: Bench
beforeAll(async () => {
  beginning = beginTraining('batch normalization', () => {})
  const { lane } = await beginning.life
  const source = seededWeights(graph, 3)
  const weights = Object.fromEntries(
    graph.nodes.flatMap(({ id, weights }) =>
      Object.keys(weights).map((name) => [`${id}.${name}`, source(id, name)] as const),
    ),
  )
  bench = new Bench(lane, { id: 'small', title: 'small', graph, classes: [] }, weights)
})
afterAll(() => beginning.end(new Error('The tests are over.')))

/** The weights after some steps with the normalizations as said. */
async function learned(norms: 'learn' | 'drift' | 'frozen') {
  let found = bench.weights
  const { signal } = new AbortController()
  await bench.learnOn(
    norms,
    batch,
    { seed: 1, rate: 0.05, norms },
    3,
    signal,
    (_, weights) => (found = weights),
  )
  const changed = (ending: RegExp) =>
    Object.keys(found)
      .filter((key) => ending.test(key))
      .map((key) => changedIn(bench.weights[key], found[key]))
      .reduce((sum, each) => sum + each, 0)
  return {
    kernels: changed(/kernel$/),
    affine: changed(/gamma$|beta$/),
    running: changed(/mean$|variance$/),
  }
}

it('on the device of the page, too, frozen normalizations stay the same to the last bit', async () => {
  const frozen = await learned('frozen')
  expect([frozen.affine, frozen.running]).toEqual([0, 0])
  expect(frozen.kernels).toBeGreaterThan(0)
  const drift = await learned('drift')
  expect(drift.affine).toBe(0)
  expect(drift.running).toBeGreaterThan(0)
})

it('learning goes on where it came to, and begins anew for fewer steps', async () => {
  const told: number[] = []
  const { signal } = new AbortController()
  const learn = (steps: number) =>
    bench.learnOn('again', batch, { seed: 1, rate: 0.05 }, steps, signal, (made) => told.push(made))
  await learn(1)
  await learn(3)
  await learn(0)
  expect(told).toEqual([0, 1, 2, 3, 0])
})

it('a loss that is no number any more is told with a way on, and the next learning begins anew', async () => {
  const { signal } = new AbortController()
  const told: number[] = []
  const learn = (rate: number, steps: number) =>
    bench.learnOn('lost', batch, { seed: 1, rate, norms: 'frozen' }, steps, signal, (made) => told.push(made))
  await expect(learn(1e30, 9)).rejects.toThrow(
    /^After \d steps? the loss is no longer a number\. .*“As trained”/,
  )
  const before = told.splice(0)
  expect(before).toEqual(before.map((_, i) => i))
  await learn(0.05, 1)
  expect(told).toEqual([0, 1])
})

it('a look after learning on is at the weights as they were trained', async () => {
  const before = await bench.look(batch, { by: 'stored', at })
  await learned('learn')
  expect((await bench.look(batch, { by: 'stored', at })).shares).toEqual(before.shares)
})

it('a hundred looks leave as many tensors as one', async () => {
  await bench.look(batch, { by: 'stored', at })
  const tensors = await bench.tensors()
  for (let i = 0; i < 100; i++)
    await bench.look(batch, { by: i % 2 ? 'batch' : 'stored', at, noise: i / 100 })
  expect(await bench.tensors()).toBe(tensors)
}, 120_000)
