import { type Remote, wrap } from 'comlink'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pairOf } from '../../shared/drawings/networks'
import type { BenchApi } from './bench'
import { firstToLast } from './flow'
import type { Job } from './job'

let worker: Worker
let api: Remote<BenchApi>
beforeEach(() => {
  worker = new Worker(new URL('./bench.ts', import.meta.url), { type: 'module' })
  api = wrap<BenchApi>(worker)
})
afterEach(() => worker.terminate())

function job(blocks: number, bn: boolean, scale: number, seed = 1): Job {
  const { plain, residual } = pairOf(blocks, bn)
  return { architectures: { plain: plain.architecture, residual: residual.architecture }, scale, seed }
}

it('measures on WASM, the same numbers for the same seed, and leaves no tensor behind', async () => {
  const once = (await api.measure(job(1, false, 1)))!
  expect(once.backend).toBe('wasm')
  expect(once.tensors).toBe(0)
  expect(once.flows.plain.layers).toHaveLength(8)
  expect((await api.measure(job(1, false, 1)))!.flows).toEqual(once.flows)
  expect((await api.measure(job(1, false, 1, 2)))!.flows).not.toEqual(once.flows)
})

it('what is asked later takes the place of what has not begun', async () => {
  const answers = await Promise.all([3, 2, 1].map((blocks) => api.measure(job(blocks, false, 1))))
  expect(answers.map((answer) => answer?.flows.residual.layers.length)).toEqual([undefined, undefined, 8])
})

it('half of He’s weights starve every layer of a plain network alike, and a residual one goes on', async () => {
  const { flows } = (await api.measure(job(7, false, 0.5)))!
  expect(firstToLast(flows.plain, 'returning')).toBeLessThan(1e-9)
  expect(firstToLast(flows.plain, 'output')).toBeGreaterThan(1e9)
  // Forward and back shrink by the same factors, so their products hardly differ from layer to layer.
  for (const { kernel } of flows.plain.layers) expect(kernel).toBeLessThan(1e-14)
  expect(firstToLast(flows.plain, 'kernel')).toBeGreaterThan(0.1)
  for (const { kernel } of flows.residual.layers) expect(kernel).toBeGreaterThan(1e-4)
})

it('with batch normalization the factor on the weights hardly matters, and a plain gradient grows on its way back', async () => {
  const grown: number[] = []
  for (const scale of [0.5, 1, 2]) {
    const { flows } = (await api.measure(job(7, true, scale)))!
    grown.push(firstToLast(flows.plain, 'returning'))
    expect(firstToLast(flows.residual, 'returning')).toBeLessThan(grown.at(-1)! / 5)
  }
  expect(Math.min(...grown)).toBeGreaterThan(50)
  expect(Math.max(...grown) / Math.min(...grown)).toBeLessThan(2)
})

it('the deepest network with twice He’s weights overflows and is measured all the same', async () => {
  const { flows } = (await api.measure(job(27, false, 2)))!
  expect(flows.plain.layers.some(({ output }) => !Number.isFinite(output))).toBe(true)
})
