import { proxy, wrap } from 'comlink'
import { afterEach, expect, it } from 'vitest'
import { networksOf } from '../../shared/drawings/networks'
import type { Report } from './job'
import type { TrainingApi } from './trainer'

let workers: Worker[] = []
afterEach(() => {
  workers.forEach((worker) => worker.terminate())
  workers = []
})

/** Trains in a worker as the lab does, and returns what it told. */
async function trained(steps: number, rate = 0.05, bn = true) {
  const worker = new Worker(new URL('./trainer.ts', import.meta.url), { type: 'module' })
  workers.push(worker)
  const api = wrap<TrainingApi>(worker)
  const reports: Report[] = []
  const { architecture } = networksOf(1, bn).residual!
  const backend = await api.begin(
    { architecture, seed: 1, rate, steps },
    proxy((report: Report) => void reports.push(report)),
  )
  await api.resume()
  // Reports come over a port of their own, so the last one may be later than the answer.
  await expect.poll(() => reports.at(-1)?.state, { timeout: 10_000 }).toMatch(/done|diverged/)
  return { backend, api, reports, losses: reports.flatMap(({ losses }) => losses) }
}

it('trains on WASM: the loss falls, and the same seed gives the same curve', async () => {
  const once = await trained(40)
  expect(once.backend).toBe('wasm')
  expect(once.losses).toHaveLength(40)
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  expect(mean(once.losses.slice(-10))).toBeLessThan(mean(once.losses.slice(0, 10)))
  expect(once.reports.at(-1)!.state).toBe('done')
  // It may have come with the report before the last.
  expect(once.reports.findLast(({ test }) => test)!.test!.step).toBe(40)
  expect((await trained(40)).losses).toEqual(once.losses)
})

it('leaves no tensor behind, however many steps it makes', async () => {
  const [few, many] = [await trained(3), await trained(12)]
  expect(many.reports.at(-1)!.tensors).toBe(few.reports.at(-1)!.tensors)
})

it('stops and says so when the loss is no number any more', async () => {
  const { reports, losses } = await trained(60, 1e6, false)
  expect(reports.at(-1)!.state).toBe('diverged')
  expect(losses.length).toBeLessThan(60)
  expect(Number.isFinite(losses.at(-1))).toBe(false)
})

it('pauses after the step under way and goes on from there', async () => {
  const worker = new Worker(new URL('./trainer.ts', import.meta.url), { type: 'module' })
  workers.push(worker)
  const api = wrap<TrainingApi>(worker)
  const losses: number[] = []
  const { architecture } = networksOf(1, true).plain!
  await api.begin(
    { architecture, seed: 1, rate: 0.05, steps: 30 },
    proxy((report: Report) => void losses.push(...report.losses)),
  )
  const first = api.resume()
  await api.pause()
  await first
  const before = losses.length
  expect(before).toBeLessThan(30)
  await api.resume()
  await expect.poll(() => losses.length, { timeout: 10_000 }).toBe(30)
})
