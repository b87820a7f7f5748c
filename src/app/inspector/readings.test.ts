import { expect, it, vi } from 'vitest'

vi.mock('../run/session', async () => {
  const { create } = await import('zustand')
  return { useSession: create(() => ({ finished: null })) }
})

import { graphOf } from '../state/network'
import type { Finished } from '../run/session'
import { forgetWeights, weightsOnce } from './readings'

it('weights are read once for all images, and not kept when nothing shows them any more', async () => {
  const weights = vi.fn(async () => new Float32Array(6))
  const graph = graphOf('lenet5')
  const run = () => ({ graph, seed: 1, result: { trace: { weights } } }) as unknown as Finished
  const first = await weightsOnce(run(), 'c1/conv', 'kernel')
  expect(await weightsOnce(run(), 'c1/conv', 'kernel')).toBe(first)
  expect(weights).toHaveBeenCalledOnce()
  forgetWeights()
  await weightsOnce(run(), 'c1/conv', 'kernel')
  expect(weights).toHaveBeenCalledTimes(2)
})
