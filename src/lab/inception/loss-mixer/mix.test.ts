import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { taughtBy, total } from './mix'

it('losses of 2.0, 3.0 and 2.5 give 2.0 + 0.3·5.5 = 3.65', () => {
  expect(total([2, 3, 2.5], 0.3)).toBeCloseTo(3.65, 12)
})

it('without helpers, or with a weight of zero, the main loss is all', () => {
  expect(total([2], 0.3)).toBe(2)
  expect(total([2, 3, 2.5], 0)).toBe(2)
})

/** The last part of the main line that each loss teaches. */
const endsOf = (aux: boolean) => {
  const parts = taughtBy(graphOf('googlenet', { aux }))
  return [0, 1, 2].map((loss) => parts.findLast(({ losses }) => losses.includes(loss))?.id)
}

it('the helper behind 4a teaches what is up to 4a, the one behind 4d what is up to 4d', () =>
  expect(endsOf(true)).toEqual(['fc', 'inception_4a', 'inception_4d']))

it('at inference everything leads to one output', () =>
  expect(endsOf(false)).toEqual(['fc', undefined, undefined]))
