import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Beginning, Life } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { networkOf } from './networks'
import { lostIn, type Report, Run } from './run'

let beginning: Beginning
let life: Life
beforeAll(async () => {
  beginning = beginTraining('gradients while it learns', () => {})
  life = await beginning.life
})
afterAll(() => beginning.end(new Error('The tests are over.')))

function run(
  how: { kind?: 'plain' | 'residual'; bn?: boolean; scale?: number; rate?: number; seed?: number } = {},
) {
  const { kind = 'residual', bn = true, scale = 1, rate = 0.05, seed = 1 } = how
  const reports: Report[] = []
  const { architecture } = networkOf(kind, 1, bn)!
  const running = new Run(life.lane, { architecture, descent: { seed, rate, scale } }, (report) =>
    reports.push(report),
  )
  return { running, last: () => reports.at(-1)! }
}

it('keeps every step, goes on from where it rested, and gives the same numbers for the same seed', async () => {
  const once = run()
  await once.running.goTo(3)
  expect(once.last().steps).toHaveLength(3)
  await once.running.goTo(8)
  expect(once.last().steps).toHaveLength(8)
  const again = run()
  await again.running.goTo(8)
  expect(again.last().steps).toEqual(once.last().steps)
  const other = run({ seed: 2 })
  await other.running.goTo(1)
  expect(other.last().steps[0]).not.toEqual(once.last().steps[0])
}, 60_000)

it('stops after the step under way', async () => {
  const { running, last } = run()
  const whole = running.goTo(400)
  await running.stop()
  await whole
  expect(last().steps.length).toBeLessThan(400)
}, 60_000)

it('rests where a number is lost, and says where', async () => {
  const { running, last } = run({ bn: false, rate: 1e6 })
  await running.goTo(60)
  const { steps } = last()
  expect(steps.length).toBeLessThan(60)
  expect(lostIn(steps.at(-1))).toMatch(/overflowed|no longer a number/)
  expect(steps.slice(0, -1).map(lostIn)).toEqual(steps.slice(0, -1).map(() => undefined))
}, 60_000)

it('a hundred runs leave as many tensors as one', async () => {
  const first = run()
  await first.running.goTo(1)
  const { tensors } = first.last()
  let last = first
  for (let i = 0; i < 100; i++) {
    last = run({ seed: 1 + (i % 3) })
    await last.running.goTo(1)
  }
  expect(last.last().tensors).toBe(tensors)
}, 240_000)
