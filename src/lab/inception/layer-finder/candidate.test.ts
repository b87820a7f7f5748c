import { describe, expect, it } from 'vitest'
import { type Candidate, countOf } from './candidate'

const kernels = [1, 3, 5, 7, 9, 11]
const upTo = (most: number) => Array.from({ length: most }, (_, i) => i + 1)
const fitsAll = (candidate: Candidate) => Object.values(countOf(candidate).fits).every(Boolean)

describe('the first row of table 1', () => {
  it('is not the 7×7 with 64 filters that it names', () => {
    const plain = countOf({ kind: 'plain', kernel: 7, filters: 64 })
    expect([plain.weights, plain.macs]).toEqual([9408, 118_013_952])
    expect(plain.fits).toEqual({ kernel: true, channels: true, weights: false, macs: false })
  })

  it('is a depthwise 7×7 with eight kernels for each colour and a 1×1: 1,176 + 1,536 weights', () => {
    const found = countOf({ kind: 'separable', kernel: 7, multiplier: 8, filters: 64 })
    expect([found.weights, found.macs]).toEqual([1176 + 1536, 34_019_328])
    expect(found.shape).toEqual([112, 112, 64])
    expect(found.fits).toEqual({ kernel: true, channels: true, weights: true, macs: true })
  })

  it('is no plain convolution, though many have both numbers with another kernel and other channels', () => {
    const plain = kernels.flatMap((kernel) =>
      upTo(128).map((filters): Candidate => ({ kind: 'plain', kernel, filters })),
    )
    expect(plain.filter(fitsAll)).toEqual([])
    const { fits } = countOf({ kind: 'plain', kernel: 5, filters: 36 })
    expect(fits).toEqual({ kernel: false, channels: false, weights: true, macs: true })
  })

  it('is only that one among the separable ones', () => {
    const separable = kernels.flatMap((kernel) =>
      upTo(16).map((multiplier): Candidate => ({ kind: 'separable', kernel, multiplier, filters: 64 })),
    )
    expect(separable.filter(fitsAll)).toEqual([{ kind: 'separable', kernel: 7, multiplier: 8, filters: 64 }])
  })
})
