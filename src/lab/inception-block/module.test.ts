import { describe, expect, it } from 'vitest'
import { resolve } from '../../architectures/index'
import { build } from '../../nn/build'
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
})
