import { expect, it } from 'vitest'
import { pairOf } from '../../shared/drawings/networks'
import { losing } from '../../shared/lane.fixture'
import { surfaceOf } from './work'

it('a training whose loss is lost ends with a sentence and a way on, before any point', async () => {
  const done: number[] = []
  const surface = surfaceOf(
    losing(3),
    {
      ...{ graph: pairOf(1, false).plain, seed: 1, direction: 1 },
      ...{ steps: 50, side: 5, reach: 1, by: 'batch' },
    },
    (steps) => done.push(steps) > 0,
  )
  await expect(surface).rejects.toThrow(/^After 3 steps the loss .* no longer a number.* Try fewer layers/)
  expect(done).toEqual([1, 2])
})
