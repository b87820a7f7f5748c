import { oneHot, tensor, type Tensor, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { start } from '../backends'
import { fillNormal } from '../random'
import { Learner, tensorsAlive, whyUntrainable } from './network'

beforeAll(async () => void (await start.cpu()))

const input = [8, 8, 1]
const small = { stem: 'cifar', width: 4, blocks: [1, 1], input, classes: 3 } as const
const networks = {
  plain: graphOf('resnet', { ...small, shortcut: 'none' }),
  residual: graphOf('resnet', { ...small, shortcut: 'A' }),
  projecting: graphOf('resnet', { ...small, shortcut: 'B', order: 'pre' }),
  'without normalization': graphOf('resnet', { ...small, shortcut: 'A', bn: false }),
  dense: graphOf('densenet', {
    ...{ stem: 'cifar', growth: 3, 'stem-width': 4, blocks: [2, 2], compression: 1, bottleneck: true },
    ...{ input, classes: 3 },
  }),
  inception: graphOf('cifar-inception', { modules: 1, widths: [1, 2], 'stem-width': 4, input, classes: 3 }),
}

function batch(): [Tensor, Tensor] {
  const images = tensor(fillNormal(new Float32Array(6 * 64), 1, 7), [6, 8, 8, 1])
  return [images, tidy(() => oneHot(tensor([0, 1, 2, 0, 1, 2], [6], 'int32'), 3))]
}

describe.each(Object.entries(networks))('a network from the families: %s', (_, graph) => {
  it('learns a batch by heart, and leaves no tensor behind', async () => {
    const before = tensorsAlive()
    const [images, answers] = batch()
    const learner = new Learner(graph, { seed: 1, rate: 0.05 })
    const first = await learner.step(images, answers)
    const alive = tensorsAlive()
    let loss = first
    for (let i = 0; i < 5; i++) loss = await learner.step(images, answers)
    expect(loss).toBeLessThan(first)
    expect(tensorsAlive()).toBe(alive)
    const shares = await learner.predict(images)
    expect(shares).toHaveLength(18)
    expect(shares[0] + shares[1] + shares[2]).toBeCloseTo(1, 5)
    expect(tensorsAlive()).toBe(alive)
    learner.dispose()
    images.dispose()
    answers.dispose()
    expect(tensorsAlive()).toBe(before)
  })

  it('gives the same losses for the same seed and others for another', async () => {
    const [images, answers] = batch()
    const losses = async (seed: number) => {
      const learner = new Learner(graph, { seed, rate: 0.05 })
      const found = [await learner.step(images, answers), await learner.step(images, answers)]
      learner.dispose()
      return found
    }
    const once = await losses(1)
    expect(await losses(1)).toEqual(once)
    expect(await losses(2)).not.toEqual(once)
  })
})

it('predicts with running statistics that follow the batches', async () => {
  const [images, answers] = batch()
  const learner = new Learner(networks.residual, { seed: 1, rate: 0 })
  const distance = async () => {
    const shares = await learner.predict(images)
    const wanted = answers.dataSync()
    return -shares.reduce((sum, share, i) => sum + wanted[i] * Math.log(share), 0) / 6
  }
  // Nothing is learned with a rate of 0, so the loss of a batch stays, and inference comes close to it.
  const loss = await learner.step(images, answers)
  const early = Math.abs((await distance()) - loss)
  for (let i = 0; i < 40; i++) await learner.step(images, answers)
  expect(Math.abs((await distance()) - loss)).toBeLessThan(early)
  learner.dispose()
})

describe('what is not trained here is refused with a sentence', () => {
  it.each([
    ['resnext50-32x4d', /in 32 groups .* is not trained in this page/],
    ['alexnet', /not trained in this page/],
    ['googlenet', /not trained in this page|side outputs/],
  ])('%s', (id, sentence) => expect(whyUntrainable(graphOf(id))).toMatch(sentence))

  it('plain, residual, dense and inception networks are trained', () =>
    expect(Object.values(networks).map(whyUntrainable)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]))
})
