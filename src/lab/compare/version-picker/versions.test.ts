import { describe, expect, it } from 'vitest'
import { names, rowsOf, totalOf } from './versions'

describe('versions of a name', () => {
  it('have totals of their own: two LeNets, three AlexNets', () => {
    expect(names[0].versions.map(({ id }) => totalOf(id).params)).toEqual([60_000, 61_706])
    expect(names[1].versions.map(({ id }) => totalOf(id).params)).toEqual([
      60_965_224, 62_378_344, 61_100_840,
    ])
  })

  it.each(names)('of $name: the rows add up to the totals', (name) => {
    const rows = rowsOf(name)
    name.versions.forEach(({ id }, i) =>
      expect(rows.reduce((sum, { params }) => sum + (params[i] ?? 0), 0)).toBe(totalOf(id).params),
    )
  })

  it('AlexNet without groups differs where its two groups were', () => {
    const differ = rowsOf(names[1]).filter(({ params }) => params[0] !== params[1])
    expect(differ.map(({ stage }) => stage)).toEqual(['conv2', 'conv4', 'conv5'])
  })
})
