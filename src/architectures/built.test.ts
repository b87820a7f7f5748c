import { expect, it } from 'vitest'
import { graphOf } from './built'

it('a graph that is still shown stays the same, however many networks came after', () => {
  const shown = graphOf('lenet5')
  const others = Array.from({ length: 40 }, (_, i) => graphOf('lenet5', { classes: i + 11 }))
  expect(graphOf('lenet5')).toBe(shown)
  expect(new Set(others).size).toBe(40)
})
