import { expect, it } from 'vitest'
import { beginTraining } from '../../../runtime/training/begin'
import { pairOf } from '../../shared/drawings/networks'
import { type Job, surfaceOf, workOf } from './work'

const job: Job = {
  ...{ graph: pairOf(1, true).residual, seed: 1, direction: 1, steps: 4, side: 5, reach: 1, by: 'stored' },
}

it('a surface is the same for the same seeds, counts its work, ends when told to, and leaves no tensor', async () => {
  const beginning = beginTraining('loss surface', () => {})
  const { lane } = await beginning.life
  const counted: number[] = []
  const first = await surfaceOf(lane, job, (done) => counted.push(done) > 0)
  const tensors = await lane.ask((api) => api.tensors())
  expect(counted.at(-1)).toBe(workOf(job))
  expect(counted).toEqual([...counted].sort((a, b) => a - b))
  expect(first!.points).toHaveLength(25)
  expect(await surfaceOf(lane, job, () => true)).toEqual(first)
  expect(await surfaceOf(lane, job, (done) => done < 6)).toBeUndefined()
  const turned = await surfaceOf(lane, { ...job, direction: 2 }, () => true)
  expect(turned!.points[12]).toEqual(first!.points[12])
  expect(turned!.points[0]).not.toEqual(first!.points[0])
  expect(await lane.ask((api) => api.tensors())).toBe(tensors)
  beginning.end(new Error('The test is over.'))
}, 120_000)
