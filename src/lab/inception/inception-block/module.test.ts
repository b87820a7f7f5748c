import { describe, expect, it } from 'vitest'
import { resolve } from '../../../architectures/index'
import { build } from '../../../nn/build'
import { block3a, moduleOf } from './module'

describe('the block that a learner edits', () => {
  it('begins as block 3a of GoogLeNet, to the last parameter', () => {
    const { totals } = build(resolve('inception-3a').architecture)
    expect(moduleOf(block3a).totals).toEqual(totals)
  })

  it('adds its channels up, whatever they are', () =>
    expect(moduleOf({ ...block3a, p1: 100, p3: 8 }).group('inception').shape).toEqual([28, 28, 268]))

  it.each(['p2', 'p3', 'p4'] as const)(
    'tears at the concat when the padding of %s is missing, and says which sizes disagree',
    (name) => {
      const { issues } = moduleOf({ ...block3a, padded: { ...block3a.padded, [name]: false } })
      expect(issues.map(({ node }) => node)).toEqual(['inception/concat'])
      expect(issues[0].message).toMatch(/28×28 against 2[46]×2[46]/)
    },
  )

  it('names the pool as a pool, and every path that does not fit', () => {
    const without = (padded: Partial<typeof block3a.padded>) =>
      moduleOf({ ...block3a, padded: { ...block3a.padded, ...padded } }).issues[0].message
    expect(without({ p4: false })).toContain('; the 3×3 pool has padding 0 but needs 1')
    const all = without({ p2: false, p3: false, p4: false })
    expect(all).toContain('28×28 against 26×26 and 24×24')
    expect(all).toContain(
      'the 3×3 path has padding 0 but needs 1; the 5×5 path has padding 0 but needs 2; the 3×3 pool has padding 0 but needs 1',
    )
  })
})
