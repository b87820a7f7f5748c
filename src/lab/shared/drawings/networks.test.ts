import { describe, expect, it } from 'vitest'
import { whyUntrainable } from '../../../runtime/training/trainable'
import { deepest, kinds, networksOf } from './networks'

const depths = Array.from({ length: deepest }, (_, i) => i + 1)

describe.each(depths)('networks with %i blocks in each stage', (blocks) => {
  const { plain, residual, dense } = networksOf(blocks, true)

  it('have the same parameters, to three per cent', () => {
    expect(plain!.totals.trainable).toBe(residual!.totals.trainable)
    expect(dense!.totals.trainable / residual!.totals.trainable).toBeGreaterThan(0.97)
    expect(dense!.totals.trainable / residual!.totals.trainable).toBeLessThan(1.03)
  })

  it('have as many 3×3 convolutions: the dense one’s two more are 1×1', () => {
    expect(plain!.depth.weighted).toBe(6 * blocks + 2)
    expect(residual!.depth.weighted).toBe(6 * blocks + 2)
    expect(dense!.depth.weighted).toBe(6 * blocks + 4)
  })

  it('are made of what can be trained here', () =>
    expect(kinds.map((kind) => whyUntrainable(networksOf(blocks, true)[kind]!))).toEqual([
      undefined,
      undefined,
      undefined,
    ]))
})

it('without batch normalization there are two, and every convolution has a bias', () => {
  const { plain, residual, dense } = networksOf(3, false)
  expect(dense).toBeUndefined()
  expect(plain!.totals.params.batchNorm).toBe(0)
  expect(residual!.totals.params.biases).toBeGreaterThan(0)
  expect(plain!.totals.trainable).toBe(residual!.totals.trainable)
})
