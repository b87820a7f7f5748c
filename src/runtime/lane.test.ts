import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { FakeWorker, never } from './fakeWorker.fixture'
import { open } from './lane'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const turn = () => new Promise((resolve) => setTimeout(resolve))

/** Ends a lane that still owes an answer. */
async function ended(): Promise<WeakRef<FakeWorker>> {
  const worker = new FakeWorker({ measure: never })
  const lane = open('a worker', undefined, () => worker as unknown as Worker)
  const answer = lane.ask((api) => api.measure()).catch(() => 'none')
  await turn()
  lane.end(new Error('it is over'))
  expect(await answer).toBe('none')
  FakeWorker.all = []
  return new WeakRef(worker)
}

it('nothing holds the worker of a lane that has ended', async () => {
  const worker = await ended()
  await turn()
  collect()
  await turn()
  collect()
  expect(worker.deref()).toBeUndefined()
})
