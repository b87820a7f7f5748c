import { expect, it } from 'vitest'
import { beginTraining } from '../../../runtime/training/begin'
import { type Race, raceSteps, train } from './race'

const race: Race = { kind: 'plain', blocks: 1, rates: [0.05], seed: 1 }

it('an entry runs to its end, diverges or is called off, and none leaves a tensor', async () => {
  const beginning = beginTraining('race', () => {})
  const { lane } = await beginning.life
  const enter = async (runner: 'with' | 'without', rate: number, most = Infinity) => {
    let steps = 0
    const finish = await train(lane, race, { runner, rate }, () => ++steps < most)
    return { finish, steps, tensors: await lane.ask((api) => api.tensors()) }
  }
  const first = await enter('with', 0.05)
  expect(first.steps).toBe(raceSteps)
  expect(first.finish!.loss).toBeGreaterThan(0)
  const lost = await enter('without', 1e6)
  expect(lost.finish!.loss).toBeNull()
  expect(lost.steps).toBeLessThan(raceSteps)
  expect((await enter('with', 0.05, 3)).finish).toBeUndefined()
  for (let i = 0; i < 20; i++) await enter(i % 2 ? 'with' : 'without', 0.05, 1)
  expect((await enter('with', 0.05, 1)).tensors).toBe(first.tensors)
  beginning.end(new Error('The test is over.'))
}, 60_000)
