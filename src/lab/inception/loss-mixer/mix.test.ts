import { expect, it } from 'vitest'
import { graphOf } from '../../../architectures/built'
import { reaches, total } from './mix'

it('losses of 2.0, 3.0 and 2.5 give 2.0 + 0.3·5.5 = 3.65', () => {
  expect(total([2, 3, 2.5], 0.3)).toBeCloseTo(3.65, 12)
})

it('without helpers, or with a weight of zero, the main loss is all', () => {
  expect(total([2], 0.3)).toBe(2)
  expect(total([2, 3, 2.5], 0)).toBe(2)
})

it('the helper behind 4a teaches what is up to 4a, the one behind 4d what is up to 4d', () => {
  expect(reaches(graphOf('googlenet', { aux: true }))).toEqual([
    { from: 'conv1', to: 'inception_4a', losses: [0, 1, 2] },
    { from: 'inception_4b', to: 'inception_4d', losses: [0, 2] },
    { from: 'inception_4e', to: 'fc', losses: [0] },
  ])
})

it('at inference everything leads to one output', () => {
  expect(reaches(graphOf('googlenet'))).toEqual([{ from: 'conv1', to: 'fc', losses: [0] }])
})
