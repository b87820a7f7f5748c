import { oneHot, tensor, type Tensor, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { start } from '../backends'
import { fillNormal } from '../random'
import { tensorsAlive } from './batch'
import { axisOf, gridOf } from './grid'
import { Learner } from './network'
import { directionOf, lengthOf, moved, verdictOf } from './surface'

beforeAll(async () => void (await start.cpu()))

const input = [8, 8, 1]
const graph = graphOf('resnet', {
  ...{ stem: 'cifar', width: 4, blocks: [1, 1], shortcut: 'A', input, classes: 3 },
})
const labels = [0, 1, 2, 0, 1, 2]

function batch(): [Tensor, Tensor] {
  const images = tensor(fillNormal(new Float32Array(6 * 64), 1, 7), [6, 8, 8, 1])
  return [images, tidy(() => oneHot(tensor(labels, [6], 'int32'), 3))]
}

/** A network that has learned a little, so that its statistics are none of the start. */
async function taught() {
  const [images, answers] = batch()
  const learner = new Learner(graph, { seed: 1, rate: 0.05 })
  for (let i = 0; i < 3; i++) await learner.step(images, answers)
  const weights = await learner.values()
  const directions = [directionOf(graph, weights, 1), directionOf(graph, weights, 2)] as const
  return { images, answers, learner, weights, directions }
}

const lossOf = (shares: Float32Array) =>
  labels.reduce((sum, label, i) => sum - Math.log(shares[3 * i + label]), 0) / labels.length

describe('a direction', () => {
  it('has filters as long as those of the weights, and leaves biases and normalizations out', async () => {
    const { weights, directions, learner } = await taught()
    const kernels = graph.nodes.flatMap(({ id, weights: own }) =>
      Object.entries(own).flatMap(([name, { role, shape }]) =>
        role === 'weight' ? [{ key: `${id}.${name}`, filters: shape[shape.length - 1] }] : [],
      ),
    )
    expect(Object.keys(directions[0])).toEqual(kernels.map(({ key }) => key))
    for (const direction of directions)
      for (const { key, filters } of kernels)
        for (let filter = 0; filter < filters; filter++)
          expect(lengthOf(direction[key], filter, filters)).toBeCloseTo(
            lengthOf(weights[key], filter, filters),
            5,
          )
    learner.dispose()
  })

  it('is the same for the same seed, and another for another', async () => {
    const { weights, directions, learner } = await taught()
    expect(directionOf(graph, weights, 1)).toEqual(directions[0])
    expect(directions[1]).not.toEqual(directions[0])
    learner.dispose()
  })
})

describe('a slice around a network', () => {
  it('has the loss of the network in its middle, with either statistics, and leaves nothing behind', async () => {
    const { images, answers, learner, directions } = await taught()
    const alive = tensorsAlive()
    const slice = learner.slice(directions)
    const [stored, own] = [
      await slice.at(images, labels, [0, 0], 'stored'),
      await slice.at(images, labels, [0, 0], 'batch'),
    ]
    slice.dispose()
    expect(tensorsAlive()).toBe(alive)
    expect(stored.loss).toBeCloseTo(lossOf(await learner.predict(images)), 4)
    // A step tells the loss before it, normalized by its batch.
    expect(own.loss).toBeCloseTo(await learner.step(images, answers), 4)
    learner.dispose()
  })

  it('has elsewhere the loss of a network whose weights were moved there', async () => {
    const { images, learner, weights, directions } = await taught()
    const slice = learner.slice(directions)
    for (const place of [
      [0.5, 0],
      [0, -1],
      [0.25, 0.75],
    ] as const) {
      // prettier-ignore
      const other = new Learner(graph, { seed: 1, rate: 0 }, moved(weights, directions, place))
      const { loss } = await slice.at(images, labels, place, 'stored')
      expect(loss / lossOf(await other.predict(images))).toBeCloseTo(1, 3)
      other.dispose()
    }
    expect(await learner.values()).toEqual(weights)
    slice.dispose()
    learner.dispose()
  })
})

it('along two directions a quadratic function is that quadratic', () => {
  const weights = { w: Float32Array.of(1, -2) }
  const directions = [{ w: Float32Array.of(0.5, 0) }, { w: Float32Array.of(1, 2) }] as const
  const bowl = ({ w }: Readonly<Record<string, Float32Array>>) => (w[0] - 1) ** 2 + (w[1] + 2) ** 2
  for (const [a, b] of gridOf(5, 1))
    expect(bowl(moved(weights, directions, [a, b]))).toBeCloseTo((0.5 * a + b) ** 2 + (2 * b) ** 2, 6)
})

it('a grid has the network in its middle and reaches as far to each side', () => {
  expect(axisOf(5, 2)).toEqual([-2, -1, 0, 1, 2])
  expect(gridOf(3, 1)[4]).toEqual([0, 0])
  expect(gridOf(3, 1)[5]).toEqual([1, 0])
})

it('scores have a loss and an error, and those that overflowed are wrong', () => {
  const { loss, error } = verdictOf(Float32Array.of(0, 0, 1, 0), [0, 1])
  expect(loss).toBeCloseTo((Math.log(2) + Math.log(1 + Math.E)) / 2, 6)
  expect(error).toBe(0.5)
  expect(verdictOf(Float32Array.of(NaN, 0), [0]).error).toBe(1)
})
