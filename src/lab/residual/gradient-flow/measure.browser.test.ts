import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Beginning, type Life } from '../../../runtime/begin'
import { beginTraining } from '../../../runtime/training/begin'
import { pairOf } from '../../shared/drawings/networks'
import { firstToLast } from './flow'
import type { Answer, Job } from './job'
import { measure } from './measure'

let beginning: Beginning
let life: Life
beforeAll(async () => {
  beginning = beginTraining('gradient flow', () => {})
  life = await beginning.life
})
afterAll(() => beginning.end(new Error('The tests are over.')))

const measured = async (job: Job): Promise<Answer> => (await measure(life, job))!

function job(blocks: number, bn: boolean, scale: number, seed = 1): Job {
  const { plain, residual } = pairOf(blocks, bn)
  return { architectures: { plain: plain.architecture, residual: residual.architecture }, scale, seed }
}

it('measures on WASM, the same numbers for the same seed, and leaves no tensor behind', async () => {
  const once = await measured(job(1, false, 1))
  expect(once.backend).toBe('wasm')
  expect(once.tensors).toBe(0)
  expect(once.flows.plain.layers).toHaveLength(8)
  expect((await measured(job(1, false, 1))).flows).toEqual(once.flows)
  expect((await measured(job(1, false, 1, 2))).flows).not.toEqual(once.flows)
})

it('what is not wanted any more is not measured', async () => {
  let asked = 0
  expect(await measure(life, job(1, false, 1), () => asked++ === 0)).toBeUndefined()
  expect(asked).toBe(2)
})

it('half of He’s weights starve every layer of a plain network alike, and a residual one goes on', async () => {
  const { flows } = await measured(job(7, false, 0.5))
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
    const { flows } = await measured(job(7, true, scale))
    grown.push(firstToLast(flows.plain, 'returning'))
    expect(firstToLast(flows.residual, 'returning')).toBeLessThan(grown.at(-1)! / 5)
  }
  expect(Math.min(...grown)).toBeGreaterThan(50)
  expect(Math.max(...grown) / Math.min(...grown)).toBeLessThan(2)
})

it('the deepest network with twice He’s weights overflows and is measured all the same', async () => {
  const { flows } = await measured(job(27, false, 2))
  expect(flows.plain.layers.some(({ output }) => !Number.isFinite(output))).toBe(true)
})
