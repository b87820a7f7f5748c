import { expect, it } from 'vitest'
import { measured } from '../../ui/format'
import { inPowers } from './powers'

it.each([
  [6.61e-5, '6.61·10⁻⁵'],
  [-4.08e15, '−4.08·10¹⁵'],
  [1e-4, '10⁻⁴'],
  [-1e20, '−10²⁰'],
  [0.00345, '0.00345'],
  [0, '0'],
  [Infinity, '∞'],
])('%f is printed as %s', (value, printed) => expect(inPowers(measured(value))).toBe(printed))
