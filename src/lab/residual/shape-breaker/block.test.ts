import { describe, expect, it } from 'vitest'
import { blockOf } from './block'

const wider = { filters: 128, stride: 2 }

describe('a way around a block that changes shape', () => {
  it('without a projection does not fit, and the addition says both shapes', () => {
    const [issue] = blockOf({ ...wider, way: 'identity' }).issues
    expect(issue.message).toMatch(/28×28×128.*56×56×64|56×56×64.*28×28×128/)
  })

  it('fits with a projection of 64·128 weights, and with zeros for nothing', () => {
    const projected = blockOf({ ...wider, way: 'projection' })
    const padded = blockOf({ ...wider, way: 'pad' })
    expect([projected.issues, padded.issues]).toEqual([[], []])
    expect(projected.totals.params.weights - padded.totals.params.weights).toBe(8192)
  })

  it('needs nothing where the shape stays', () =>
    expect(blockOf({ filters: 64, stride: 1, way: 'identity' }).issues).toEqual([]))

  it('cannot take channels away by padding', () =>
    expect(blockOf({ filters: 32, stride: 1, way: 'pad' }).issues).toHaveLength(1))
})
