import { expect, it } from 'vitest'
import { keyOf } from './keyboard'

it.each([
  ['я', 'KeyZ', false, 'z', 'Russian'],
  ['л', 'KeyK', false, 'k', 'Russian'],
  ['Щ', 'KeyO', true, 'O', 'Russian, with Shift'],
  ['ζ', 'KeyZ', false, 'z', 'Greek'],
  ['ש', 'KeyA', false, 'a', 'Hebrew'],
  ['٣', 'Digit3', false, '3', 'Arabic'],
  ['w', 'KeyZ', false, 'w', 'French: the letter is what it writes'],
  ['é', 'Digit2', false, 'é', 'French'],
  ['ö', 'Semicolon', false, 'ö', 'German'],
  ['ж', 'Semicolon', false, 'ж', 'Russian: no letter is printed there'],
  ['№', 'Digit3', true, '№', 'Russian: a sign of its own'],
  ['?', 'Digit7', true, '?', 'Russian'],
  ['ArrowLeft', 'ArrowLeft', false, 'ArrowLeft', 'any'],
])('%s on %s (Shift: %s) is %s: %s', (key, code, shiftKey, expected) =>
  expect(keyOf({ key, code, shiftKey })).toBe(expected),
)
