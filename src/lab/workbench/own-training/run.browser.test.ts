import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromBlob } from '../../../import/source'
import type { Beginning, Life } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { readRun, writeRun } from './file'
import { drawnMaterial } from './material'
import { networkOf } from './networks'
import { type Course, type History, type Report, Run, upTo } from './run'

let beginning: Beginning
let life: Life
beforeAll(async () => {
  beginning = beginTraining('own training', () => {})
  life = await beginning.life
})
afterAll(() => beginning.end(new Error('The tests are over.')))

const found = networkOf({ net: 'residual', blocks: 1, size: 16, channels: 3, classes: 3 })
if ('problem' in found) throw new Error(found.problem)
const { graph } = found
const material = drawnMaterial(
  { classes: 3, size: 16, color: true, difficulty: 0.2, noise: 0.1, occlusion: 0 },
  64,
  1,
)
const course: Course = {
  ...{ optimizer: 'adam', rate: 0.01, schedule: 'cosine', batch: 8, decay: 0.001 },
  ...{ augment: ['shift'], seed: 1, workers: 1, steps: 20 },
}

function run(change: Partial<Course> = {}, from?: History) {
  const reports: Report[] = []
  const running = new Run(
    ...([life.lane, graph, material, { ...course, ...change }] as const),
    (report) => reports.push(report),
    from,
  )
  return { running, last: () => reports.at(-1)! }
}

it('goes on from a moment as if it had never rested, from a file, too; another rate makes another run', async () => {
  const whole = run()
  await whole.running.goTo(20)
  const { losses, moments, scores } = whole.last()
  expect(losses).toHaveLength(20)
  expect(scores[0].step).toBe(0)
  expect(scores.at(-1)!.train.loss).toBeLessThan(scores[0].train.loss)
  const middle = moments.find(({ step }) => step === 10)!
  const before = upTo(whole.last(), 10)
  const again = run({}, before)
  await again.running.goTo(20)
  expect(again.last().losses).toEqual(losses)
  const file = await writeRun(graph, { net: 'residual' }, whole.last(), middle)
  const saved = await readRun(fromBlob(file, 'run.safetensors'))
  expect(saved.settings).toEqual({ net: 'residual' })
  const opened = run({}, saved.history)
  await opened.running.goTo(20)
  expect(opened.last().losses).toEqual(losses)
  const other = run({ rate: 0.001 }, before)
  await other.running.goTo(20)
  expect(other.last().losses.slice(0, 11)).toEqual(losses.slice(0, 11))
  expect(other.last().losses[15]).not.toBe(losses[15])
}, 120_000)

it.each(['momentum', 'nesterov'] as const)(
  '%s learns, too',
  async (optimizer) => {
    const { running, last } = run({ optimizer, rate: 0.05 })
    await running.goTo(20)
    expect(last().scores.at(-1)!.train.loss).toBeLessThan(last().scores[0].train.loss)
  },
  60_000,
)

it('rests after the step under way, where it can be looked at; runs leave no tensor behind', async () => {
  const first = run()
  await first.running.goTo(1)
  const { tensors } = first.last()
  const { running, last } = run()
  const going = running.goTo(400)
  const rest = running.pause()
  await going
  expect(last().losses).toHaveLength(rest)
  expect(rest).toBeLessThan(400)
  expect(last().moments.at(-1)!.step).toBe(last().losses.length)
  for (let i = 0; i < 20; i++) await run({ seed: 1 + (i % 2) }).running.goTo(1)
  const again = run()
  await again.running.goTo(1)
  expect(again.last().tensors).toBe(tensors)
}, 120_000)

it('stops where a number is lost, and keeps what was before', async () => {
  const { running, last } = run({ optimizer: 'momentum', rate: 1e38, schedule: 'constant', decay: 0 })
  await running.goTo(20)
  expect(last().isLost).toBe(true)
  expect(last().moments.length).toBeGreaterThan(0)
}, 60_000)

it('a file that is no run gets a sentence', async () => {
  await expect(readRun(fromBlob(new Blob(['not a run at all']), 'x.safetensors'))).rejects.toThrow(
    /x\.safetensors/,
  )
})
