import { easeCubicInOut } from 'd3'
import { expect, it } from 'vitest'
import { eased } from './ease'

it('a way begins and ends slowly, as d3 eases it', () => {
  for (let share = 0; share <= 1; share += 1 / 16) expect(eased(share)).toBeCloseTo(easeCubicInOut(share), 12)
})
