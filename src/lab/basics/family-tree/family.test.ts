import { describe, expect, it } from 'vitest'
import { factsOf, lectureNetworks } from '../../shared/lecture-networks'
import { family, years } from './family'

describe('the family tree', () => {
  it('holds every network of the lecture once', () =>
    expect(family.map(({ id }) => id)).toEqual(lectureNetworks))

  it('has no network that builds on a younger one', () => {
    for (const { id, from } of family)
      for (const parent of from) expect(factsOf(parent).year).toBeLessThanOrEqual(factsOf(id).year)
  })

  it('goes from 1998 to 2016', () => expect([years[0], years.at(-1)]).toEqual([1998, 2016]))
})
