import { expect, it } from 'vitest'
import { readGuesses, writeGuesses } from './guesses'

it('reads back the guesses that it writes, and leaves out what is no verdict', () => {
  const guesses = { 'coco-1k': 'keeps up', yosinski: 'falls behind' } as const
  const verdicts = ['keeps up', 'falls behind'] as const
  expect(writeGuesses(guesses)).toBe('coco-1k:keeps up,yosinski:falls behind')
  expect(readGuesses(writeGuesses(guesses), verdicts)).toEqual(guesses)
  expect(readGuesses('', verdicts)).toEqual({})
  expect(readGuesses('coco-1k:wins,yosinski,:keeps', verdicts)).toEqual({})
})
