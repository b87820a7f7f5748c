import { afterEach, expect, it } from 'vitest'
import { type Beginning } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { networksOf } from '../../shared/drawings/networks'
import type { Report } from './job'
import { Session } from './session'

let begun: Beginning[] = []
afterEach(() => {
  begun.forEach((beginning) => beginning.end(new Error('The test is over.')))
  begun = []
})

/** A training in a worker as the lab has it, and what it tells. */
async function training(steps: number, rate = 0.05, bn = true, kind: 'plain' | 'residual' = 'residual') {
  const beginning = beginTraining('training', () => {})
  begun.push(beginning)
  const { lane, backend } = await beginning.life
  const reports: Report[] = []
  const { architecture } = networksOf(1, bn)[kind]!
  const session = new Session(lane, { architecture, seed: 1, rate, steps }, (report) => reports.push(report))
  const losses = () => reports.flatMap(({ losses }) => losses)
  return { lane, backend, session, reports, losses }
}

async function trained(...how: Parameters<typeof training>) {
  const all = await training(...how)
  await all.session.resume()
  return { ...all, losses: all.losses() }
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
  const { session, losses } = await training(30, 0.05, true, 'plain')
  const first = session.resume()
  session.pause()
  await first
  expect(losses().length).toBeLessThan(30)
  await session.resume()
  expect(losses()).toHaveLength(30)
})

it('says so when its worker ends', async () => {
  const { session, lane } = await training(1000)
  const running = expect(session.resume()).rejects.toThrow('its worker ended')
  lane.end(new Error('its worker ended'))
  await running
})
