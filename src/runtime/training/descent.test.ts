import { oneHot, tensor, tidy, variable } from '@tensorflow/tfjs-core'
import { beforeAll, expect, it } from 'vitest'
import { graphOf } from '../../architectures/built'
import { start } from '../backends'
import { fillNormal } from '../random'
import { tensorsAlive } from './batch'
import { beginning, descend } from './descent'
import { Learner } from './network'
import { type OptimizerName, optimizerNames } from './optimizers'

beforeAll(async () => void (await start.cpu()))

/** A weight of 1 after steps along gradients of ½. */
async function after(optimizer: OptimizerName, steps: number, decay = 0) {
  const learning = beginning('a.kernel', variable(tensor([1])), true, optimizer)
  const gradient = tensor([0.5])
  for (let step = 1; step <= steps; step++)
    descend(learning, gradient, step, 0.1, { momentum: 0.9, decay, optimizer })
  const [value] = await learning.weight.data()
  for (const each of [gradient, learning.weight, learning.velocity, learning.squares]) each?.dispose()
  return value
}

it('steps are those of the papers, by hand', async () => {
  expect(await after('momentum', 1)).toBeCloseTo(1 - 0.1 * 0.5, 6)
  expect(await after('momentum', 2)).toBeCloseTo(1 - 0.1 * 0.5 - 0.1 * (0.9 * 0.5 + 0.5), 6)
  expect(await after('nesterov', 1)).toBeCloseTo(1 - 0.1 * (0.5 + 0.9 * 0.5), 6)
  // Adam divides a constant gradient by its own size.
  expect(await after('adam', 1)).toBeCloseTo(0.9, 5)
  expect(await after('adam', 3)).toBeCloseTo(0.7, 5)
  expect(await after('momentum', 1, 0.1)).toBeCloseTo(1 - 0.1 * (0.5 + 0.1), 6)
})

const graph = graphOf('resnet', {
  ...{ stem: 'cifar', width: 4, blocks: [1], shortcut: 'A', input: [8, 8, 1], classes: 3 },
})

it.each(optimizerNames)(
  '%s goes on from weights and memory to the last bit, and leaves no tensor',
  async (optimizer) => {
    const images = tensor(fillNormal(new Float32Array(6 * 64), 1, 7), [6, 8, 8, 1])
    const answers = tidy(() => oneHot(tensor([0, 1, 2, 0, 1, 2], [6], 'int32'), 3))
    const before = tensorsAlive()
    const descent = { seed: 1, rate: 0.01, optimizer, decay: 0.001 }
    const whole = new Learner(graph, descent)
    for (let i = 0; i < 3; i++) await whole.step(images, answers)
    const rest = new Learner(graph, descent, await whole.values(), await whole.memory())
    const losses = async (learner: Learner) => [
      await learner.step(images, answers),
      await learner.step(images, answers),
      await learner.step(images, answers, 0.02),
    ]
    expect(await losses(rest)).toEqual(await losses(whole))
    expect(await rest.values()).toEqual(await whole.values())
    whole.dispose()
    rest.dispose()
    expect(tensorsAlive()).toBe(before)
    images.dispose()
    answers.dispose()
  },
)

it('another kind of optimizer begins with an empty memory', async () => {
  const images = tensor(fillNormal(new Float32Array(2 * 64), 1, 7), [2, 8, 8, 1])
  const answers = tidy(() => oneHot(tensor([0, 1], [2], 'int32'), 3))
  const before = new Learner(graph, { seed: 1, rate: 0.01, optimizer: 'adam' })
  await before.step(images, answers)
  const weights = await before.values()
  const told = new Learner(graph, { seed: 1, rate: 0.01 }, weights, await before.memory())
  const fresh = new Learner(graph, { seed: 1, rate: 0.01 }, weights)
  for (const learner of [told, fresh]) await learner.step(images, answers)
  expect(await told.values()).toEqual(await fresh.values())
  for (const each of [before, told, fresh, images, answers]) each.dispose()
})

it('the output of a layer is the one that the network computes', async () => {
  const images = tensor(fillNormal(new Float32Array(2 * 64), 1, 7), [2, 8, 8, 1])
  const learner = new Learner(graph, { seed: 1, rate: 0.1 })
  const alive = tensorsAlive()
  const [scores] = graph.node(graph.outputs[0]).inputs
  const values = await learner.output(images, scores)
  const shares = await learner.predict(images)
  const sum = Math.exp(values[0]) + Math.exp(values[1]) + Math.exp(values[2])
  expect(Math.exp(values[0]) / sum).toBeCloseTo(shares[0], 4)
  expect(tensorsAlive()).toBe(alive)
  learner.dispose()
  images.dispose()
})
