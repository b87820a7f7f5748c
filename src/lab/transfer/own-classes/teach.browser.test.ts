import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Life } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { noise } from '../../../runtime/input'
import { smallInput } from './features'
import { type Shot, split } from './shots'
import { type Lesson, teach } from './teach'
import { scratchOf } from './trunk'

const beginning = beginTraining('own classes test', () => {})
let life: Life
beforeAll(async () => void (life = await beginning.life))
afterAll(() => beginning.end(new Error('over')))

const graph = scratchOf(2)

/** Images of light and of dark noise. */
const shots: readonly Shot[] = [0, 1].flatMap((label) =>
  Array.from({ length: 9 }, (_, i): Shot => {
    const { data, ...size } = noise(32, 32, 10 * label + i)
    return {
      id: `${label} ${i}`,
      label,
      pixels: { ...size, data: data.map((value) => value / 2 + 127 * label) },
    }
  }),
)
const { train, held } = split(shots, 3)
const examples = (shots: readonly Shot[]) =>
  shots.map((shot) => ({ values: smallInput(shot, graph.architecture.input), label: shot.label }))
const lesson: Lesson = {
  ...{ graph, train: examples(train), held: examples(held), classes: 2 },
  ...{ rate: 0.05, steps: 2, seed: 1 },
}
const never = new AbortController().signal
const tensors = () => life.lane.ask((api) => api.tensors())

it('learns, hands its weights over, and goes on from them', async () => {
  const first = await teach(life.lane, { ...lesson, steps: 12 }, never)
  expect(first.losses).toHaveLength(12)
  expect(first.losses.at(-1)).toBeLessThan(first.losses[0])
  expect(first.shares).toHaveLength(held.length * 2)
  const next = await teach(life.lane, { ...lesson, start: first.weights, steps: 1 }, never)
  expect(next.losses[0]).toBeLessThan(first.losses[0])
  // What was handed over decides the first test, not the seed.
  expect(next.tests[0].error).toBe(first.tests.at(-1)!.error)
})

it('holds as many tensors after a hundred trainings as after the first', async () => {
  await teach(life.lane, lesson, never)
  const before = await tensors()
  for (let i = 0; i < 100; i++) await teach(life.lane, { ...lesson, steps: 1 }, never)
  expect(await tensors()).toBe(before)
}, 120_000)

it('stops when it is called off', async () => {
  const leaving = new AbortController()
  const steps: number[] = []
  const training = teach(life.lane, { ...lesson, steps: 1000 }, leaving.signal, (step) => {
    steps.push(step)
    if (step === 2) leaving.abort(new Error('left'))
  })
  await expect(training).rejects.toThrow('left')
  expect(steps).toEqual([1, 2])
})
