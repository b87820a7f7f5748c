import { oneHot, tensor, type Tensor, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { build } from '../../nn/build'
import type { Graph } from '../../nn/graph'
import { conv } from '../../nn/ops/conv'
import { dense } from '../../nn/ops/dense'
import { flatten } from '../../nn/ops/reshape'
import { seq } from '../../nn/spec'
import { start } from '../backends'
import { fillNormal } from '../random'
import { seededWeights } from '../weights'
import { tensorsAlive } from './batch'
import { Learner } from './network'
import { whyUntrainable } from './trainable'

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

describe('what one batch sends through a network', () => {
  /** Measures a network from a seed. */
  async function flow(graph: Graph, scale?: number) {
    const [images, answers] = batch()
    const learner = new Learner(graph, { seed: 1, rate: 0, scale })
    const found = await learner.flow(images, answers)
    learner.dispose()
    images.dispose()
    answers.dispose()
    return found
  }

  it('is measured layer by layer, and leaves no tensor behind', async () => {
    const before = tensorsAlive()
    for (const graph of [networks.residual, networks['without normalization']]) {
      const { layers, loss } = await flow(graph)
      expect(layers.map(({ id }) => id)).toEqual(
        graph.nodes.filter(({ weights }) => weights.kernel).map(({ id }) => id),
      )
      expect(loss).toBeGreaterThan(0)
    }
    expect(tensorsAlive()).toBe(before)
  })

  it('is what pencil and paper give for two layers on single pixels', async () => {
    const body = seq(conv({ filters: 4, kernel: 1, bias: false }), flatten(), dense({ units: 3 }))
    const graph = build({ id: 'a', title: 'A', input: [1, 1, 2], body })
    const [{ id: before }, { id: behind }] = graph.nodes.filter(({ weights }) => weights.kernel)
    const source = seededWeights(graph, 1)
    const [first, second] = [rows(source(before, 'kernel'), 4), rows(source(behind, 'kernel'), 3)]
    const pixels = rows(fillNormal(new Float32Array(12), 1, 3), 2)
    const wanted = pixels.map((_, i) => [0, 1, 2].map((k) => (k === i % 3 ? 1 : 0)))

    const hidden = product(pixels, first)
    const back = product(hidden, second).map((scores, i) => {
      const sum = scores.reduce((all, score) => all + Math.exp(score), 0)
      return scores.map((score, k) => (Math.exp(score) / sum - wanted[i][k]) / pixels.length)
    })
    const further = product(back, turned(second))

    const [images, answers] = [tensor(pixels.flat(), [6, 1, 1, 2]), tensor(wanted.flat(), [6, 3])]
    const learner = new Learner(graph, { seed: 1, rate: 0 })
    const { layers } = await learner.flow(images, answers)
    const expected = [
      { output: hidden, returning: further, kernel: product(turned(pixels), further) },
      { output: product(hidden, second), returning: back, kernel: product(turned(hidden), back) },
    ]
    expected.forEach((quantities, i) =>
      (['output', 'returning', 'kernel'] as const).forEach((name) =>
        expect(layers[i][name] / size(quantities[name])).toBeCloseTo(1, 4),
      ),
    )
    learner.dispose()
  })

  it('has the loss of the step that follows, and changes nothing', async () => {
    const [images, answers] = batch()
    const learner = new Learner(networks.residual, { seed: 1, rate: 0.1 })
    const found = await learner.flow(images, answers)
    expect(await learner.flow(images, answers)).toEqual(found)
    expect(await learner.step(images, answers)).toBeCloseTo(found.loss, 5)
    learner.dispose()
  })

  it('starves without normalization where the kernels begin at half of He’s, and swells at twice', async () => {
    const deep = graphOf('resnet', { ...small, blocks: [4, 4], shortcut: 'none', bn: false })
    const [half, he, twice] = [await flow(deep, 0.5), await flow(deep), await flow(deep, 2)].map(
      ({ layers }) => layers[0].returning,
    )
    expect(he / half).toBeGreaterThan(1e4)
    expect(twice / he).toBeGreaterThan(1e3)
  })
})

type Matrix = readonly (readonly number[])[]

const rows = (values: Float32Array, columns: number): Matrix =>
  Array.from({ length: values.length / columns }, (_, i) => [
    ...values.subarray(i * columns, (i + 1) * columns),
  ])
const turned = (a: Matrix): Matrix => a[0].map((_, k) => a.map((row) => row[k]))
const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => b[0].map((_, k) => row.reduce((sum, value, i) => sum + value * b[i][k], 0)))
const size = (a: Matrix): number => Math.sqrt(a.flat().reduce((sum, x) => sum + x * x, 0) / a.flat().length)

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
