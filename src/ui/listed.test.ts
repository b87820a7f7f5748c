import { expect, it } from 'vitest'
import { listed } from './listed'

it('the last of several stands after an “and”', () => {
  expect(listed([])).toBe('')
  expect(listed(['a'])).toBe('a')
  expect(listed([1, 2])).toBe('1 and 2')
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
})
