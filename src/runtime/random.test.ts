import { describe, expect, it } from 'vitest'
import { resolve } from '../architectures/index'
import { build } from '../nn/build'
import { bits, fillNormal, hash, ln } from './random'
import { seededWeights } from './weights'

describe('seeded numbers', () => {
  it('are these on every machine', () => {
    expect(hash('conv1/conv.kernel', 1)).toBe(1476548052)
    expect([...fillNormal(new Float32Array(4), 1, hash('conv1/conv.kernel', 1))]).toEqual([
      -0.30221453309059143, 0.07141456753015518, -1.0929675102233887, -0.3653450906276703,
    ])
  })

  it('follow the normal distribution: mean 0, deviation 1, the right share in every band', () => {
    const values = fillNormal(new Float32Array(1_000_000), 1, 7)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
    expect(Math.abs(mean)).toBeLessThan(0.004)
    expect(Math.abs(variance - 1)).toBeLessThan(0.006)
    const within = (limit: number) => values.filter((value) => Math.abs(value) < limit).length / values.length
    expect(within(1)).toBeCloseTo(0.6827, 2)
    expect(within(2)).toBeCloseTo(0.9545, 2)
    expect(within(3)).toBeCloseTo(0.9973, 3)
  })

  it('have bits that do not repeat from one stream to the next', () => {
    const seen = new Set<number>()
    for (let stream = 0; stream < 100; stream++)
      for (let i = 0; i < 100; i++) seen.add(bits(hash(`${stream}`, 1), i))
    expect(seen.size).toBeGreaterThan(9_990)
  })

  it('use a logarithm that agrees with the built-in one', () => {
    for (const x of [1e-12, 1e-6, 0.01, 0.3, 0.5, 0.74, 0.76, 0.999])
      expect(ln(x)).toBeCloseTo(Math.log(x), 12)
  })
})

describe('weights at initialisation', () => {
  const graph = build(resolve('resnet18').architecture)
  const weights = seededWeights(graph, 1)

  it('spread as He et al. ask: √(2/fan-in)', () => {
    const kernel = weights('conv5_x/block2/conv2', 'kernel')
    const deviation = Math.sqrt(kernel.reduce((sum, value) => sum + value * value, 0) / kernel.length)
    expect(deviation / Math.sqrt(2 / (9 * 512))).toBeCloseTo(1, 2)
  })

  it('leave batch normalization at the identity', () => {
    const [gamma, beta, mean, variance] = ['gamma', 'beta', 'mean', 'variance'].map(
      (name) => weights('conv1/bn', name)[0],
    )
    expect([gamma, beta, mean, variance]).toEqual([1, 0, 0, 1])
  })

  it('depend on the seed and the node alone, so an edit elsewhere changes none of them', () => {
    const wider = build(resolve('resnet18').architecture, { 'conv5_x/block2/conv1': { filters: 600 } })
    expect(seededWeights(wider, 1)('conv3_x/block1/conv1', 'kernel')).toEqual(
      weights('conv3_x/block1/conv1', 'kernel'),
    )
    expect(seededWeights(graph, 2)('conv1/conv', 'kernel')).not.toEqual(weights('conv1/conv', 'kernel'))
  })
})
