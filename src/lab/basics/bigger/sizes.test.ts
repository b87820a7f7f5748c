import { describe, expect, it } from 'vitest'
import { base, costOf } from './sizes'

describe('a bigger network', () => {
  const first = costOf(base)

  it('is plain-20 to begin with', () =>
    expect(first).toMatchObject({ depth: 20, params: 269_722, macs: 40_551_040 }))

  it('costs about four times as much at double width', () => {
    const wide = costOf({ ...base, width: 32 })
    expect(wide.params / first.params).toBeGreaterThan(3.9)
    expect(wide.params / first.params).toBeLessThan(4)
    expect(wide.macs / first.macs).toBeCloseTo(4, 1)
  })

  it('costs about twice as much at double depth', () => {
    const deep = costOf({ ...base, blocks: 6 })
    expect(deep.depth).toBe(38)
    expect(deep.params / first.params).toBeCloseTo(2.08, 1)
    expect(deep.macs / first.macs).toBeCloseTo(2.05, 1)
  })
})
