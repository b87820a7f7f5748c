import { expect, it } from 'vitest'
import { answerOf } from './answer'

const output = Float32Array.of(0.1, 0.875, 0.025)

it('the likeliest class is the answer, with its probability', () => {
  expect(answerOf(output, ['dog', 'golf-ball', 'church'])).toBe('golf ball 87.5%')
})

it('where classes have no names, or nothing has run, there is no answer', () => {
  expect(answerOf(output, undefined)).toBeNull()
  expect(answerOf(output, ['dog', 'church'])).toBeNull()
  expect(answerOf(undefined, ['dog'])).toBeNull()
  expect(answerOf(Float32Array.of(3, -1), ['dog', 'church'])).toBeNull()
})
