import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { volume } from '../../../nn/shape'
import { filtered, folded, kernels, largestDifference, normalizedMap } from './channel'
import { foldedParts, foldedTotals } from './network'

const picture = Float32Array.from({ length: 64 }, (_, i) => Math.sin(i * i) / 2)
const norm = { gamma: 1.5, beta: 0.25, mean: 0.2, variance: 0.4 }

describe('a normalization folded into the convolution before it', () => {
  it('with γ = 2, β = 1, μ = 3, σ² = 4 has the scale 1 and the bias 1 − 3', () => {
    const { kernel, bias } = folded(kernels.sharpen, { gamma: 2, beta: 1, mean: 3, variance: 4 })
    kernel.forEach((weight, i) => expect(weight).toBeCloseTo(kernels.sharpen[i], 4))
    expect(bias).toBeCloseTo(-2, 4)
  })

  it.each(Object.entries(kernels))('gives the same map but for rounding: %s', (_, kernel) => {
    const before = normalizedMap(filtered(picture, 8, { kernel: Float32Array.from(kernel), bias: 0 }), norm)
    const after = filtered(picture, 8, folded(kernel, norm))
    expect(largestDifference(before, after)).toBeLessThan(2e-6)
    expect(Math.max(...before.map(Math.abs))).toBeGreaterThan(0.1)
  })

  it('with γ = 0 is a kernel of zeros with the bias β', () => {
    const { kernel, bias } = folded(kernels.edges, { ...norm, gamma: 0 })
    expect([...kernel].map(Math.abs)).toEqual(new Array(9).fill(0))
    expect(bias).toBeCloseTo(norm.beta, 6)
  })

  it('sees zeros beyond the border', () => {
    const ones = new Float32Array(9).fill(1)
    expect([...filtered(ones, 3, { kernel: new Float32Array(9).fill(1), bias: 0 })]).toEqual([
      4, 6, 4, 6, 9, 6, 4, 6, 4,
    ])
  })
})

describe('folding a whole network', () => {
  it('takes ResNet-18 from 11,689,512 to 11,684,712 parameters: 4,800 biases for 9,600 γ and β', () => {
    const parts = foldedParts(graphOf('resnet18'))
    expect(foldedTotals(parts)).toMatchObject({
      before: 11_689_512,
      after: 11_684_712,
      gammaBeta: 9_600,
      biases: 4_800,
      taken: 20,
      all: 20,
    })
    expect(parts.map(({ name }) => name)).toEqual(['conv1', 'conv2_x', 'conv3_x', 'conv4_x', 'conv5_x', 'fc'])
    expect(parts[0].folds).toHaveLength(1)
    expect(parts[5]).toMatchObject({ folds: [], before: 513_000, after: 513_000 })
  })

  it('spares ResNet-18 as many multiplications as its normalizations have values', () => {
    const graph = graphOf('resnet18')
    const values = graph.nodes
      .filter(({ params }) => params.batchNorm > 0)
      .reduce((sum, { shape }) => sum + volume(shape), 0)
    expect(foldedTotals(foldedParts(graph)).spared).toBe(values)
  })

  it('leaves normalizations of DenseNet that stand after a concatenation or a pool', () => {
    const { taken, all, before, after } = foldedTotals(foldedParts(graphOf('densenet121')))
    expect(all).toBe(121)
    // The stem's, and the one between the two convolutions of each of 58 dense layers.
    expect(taken).toBe(1 + 58)
    expect(before).toBe(7_978_856)
    expect(before - after).toBe(64 + 58 * 128)
  })
})
