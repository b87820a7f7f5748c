import { expect, it } from 'vitest'
import { groupings, weightsOf } from './groups'

it('has 147,456 weights in one group and 4,608 in 32', () => {
  expect(weightsOf(1)).toBe(147_456)
  expect(weightsOf(32)).toBe(4_608)
})

it('loses weights by the number of groups', () => {
  for (const groups of groupings) expect(weightsOf(groups) * groups).toBe(weightsOf(1))
})
