import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { build } from '../nn/build'
import { resolve } from '../architectures/index'
import { noise } from './input'
import { holdEngine } from './heldEngine'
import { createRunner, type Runs, type Source } from './runner'
import { CancelledError, type Engine, type Progress, type RunResult } from './types'

const graph = build(resolve('cifar-resnet20').architecture)
const other = build(resolve('lenet5').architecture)
const source = (): Source => ({ graph, pixels: noise(32, 32, 1), seed: 1 })
const result = { output: new Float32Array(10) } as unknown as RunResult
const progress: Progress = { stage: 'layers', done: 1, of: 20, node: 'conv1/conv' }

let frames: (() => void)[]
beforeEach(() => {
  frames = []
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame))
  vi.stubGlobal('cancelAnimationFrame', (id: number) => (frames[id - 1] = () => {}))
})
afterEach(() => vi.unstubAllGlobals())

/** A runner on an engine whose runs end as it is told. */
function runnerOn(run: Engine['run']) {
  const told: Runs<Source>[] = []
  const engine = { run, cancel() {} } as Partial<Engine> as Engine
  return {
    told,
    runner: createRunner<Source>(
      () => Promise.resolve(engine),
      (runs) => told.push(runs),
    ),
  }
}

it('a run tells what it does, and then what it gave', async () => {
  const { told, runner } = runnerOn(async (_, onProgress) => {
    onProgress!(progress)
    frames.forEach((frame) => frame())
    return result
  })
  await runner.run(graph, source)
  expect(told.map(({ run }) => run)).toEqual([
    { phase: 'running', progress: null, doneNodes: new Set() },
    { phase: 'running', progress, doneNodes: new Set(['conv1/conv']) },
    { phase: 'done' },
  ])
  expect(told.at(-1)!.finished).toMatchObject({ graph, result })
})

it('a frame that comes after a failure rewrites nothing', async () => {
  const { told, runner } = runnerOn(async (_, onProgress) => {
    onProgress!(progress)
    throw new Error('Memory ran out.')
  })
  await runner.run(graph, source)
  frames.forEach((frame) => frame())
  expect(told.at(-1)!.run).toEqual({ phase: 'failed', problem: 'Memory ran out.', lacksWeights: false })
})

it('progress that comes after the result rewrites nothing', async () => {
  let report: (progress: Progress) => void = () => {}
  const { told, runner } = runnerOn(async (_, onProgress) => {
    report = onProgress!
    return result
  })
  await runner.run(graph, source)
  report(progress)
  frames.forEach((frame) => frame())
  expect(told.at(-1)!.run).toEqual({ phase: 'done' })
})

it('a run that is given up says nothing more, and one that the engine gave up waits to be asked again', async () => {
  let fail: (reason: Error) => void = () => {}
  const { told, runner } = runnerOn(() => new Promise((_, reject) => (fail = reject)))
  const stopped = runner.run(graph, source)
  await Promise.resolve()
  runner.stop({ phase: 'cancelled' })
  fail(new CancelledError('A newer run has begun.'))
  await stopped
  expect(told.at(-1)!.run).toEqual({ phase: 'cancelled' })
  const given = runner.run(graph, source)
  await new Promise((done) => setImmediate(done))
  fail(new CancelledError('Another backend was chosen.'))
  await given
  expect(told.at(-1)!.run).toEqual({ phase: 'waiting' })
})

it('what finished stays while the same graph runs again, and goes with another graph', async () => {
  const { told, runner } = runnerOn(async () => result)
  await runner.run(graph, source)
  const again = runner.run(graph, source)
  expect(told.at(-1)!.finished?.graph).toBe(graph)
  await again
  const next = runner.run(other, () => ({ ...source(), graph: other }))
  expect(told.at(-1)!.finished).toBeNull()
  await next
})

it('what finished goes where something else was asked for and does not run', async () => {
  const { told, runner } = runnerOn(async () => result)
  await runner.run(graph, source)
  // Another network, image or weights: they are to be fetched first.
  runner.stop({ phase: 'offered', bytes: 10_000_000 })
  expect(told.at(-1)).toEqual({ run: { phase: 'offered', bytes: 10_000_000 }, finished: null })
  await runner.run(graph, source)
  const again = runner.run(graph, source)
  runner.stop({ phase: 'cancelled' })
  await again
  expect(told.at(-1)).toEqual({ run: { phase: 'cancelled' }, finished: null })
})

it('of a frame that follows another only the end is told; the first, and one of another network, are told whole', async () => {
  const asked: unknown[] = []
  const { told, runner } = runnerOn(async (_, onProgress) => {
    asked.push(onProgress)
    return result
  })
  const phases = async (of: typeof graph) => {
    const before = told.length
    await runner.run(of, () => ({ ...source(), graph: of }), true)
    return told.slice(before).map(({ run }) => run.phase)
  }
  expect(await phases(graph)).toEqual(['running', 'done'])
  expect(await phases(graph)).toEqual(['done'])
  // Progress that nobody hears of is not sent.
  expect(asked.map((report) => report !== undefined)).toEqual([true, false])
  expect(await phases(other)).toEqual(['running', 'done'])
  runner.stop({ phase: 'cancelled' })
  expect(await phases(other)).toEqual(['running', 'done'])
})

it('an engine that nobody waits for any more when its file has come is not made', async () => {
  const made = vi.fn()
  vi.stubGlobal('Worker', made)
  const held = holdEngine()
  const got = held.get('wasm')
  held.end()
  await expect(got).rejects.toBeInstanceOf(CancelledError)
  expect(made).not.toHaveBeenCalled()
})
