import { expect, it } from 'vitest'
import { leaveComposingAlone } from './composing'
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

it('a key that belongs to an input method is heard by nobody, and the next one is', () => {
  const page = new EventTarget()
  leaveComposingAlone(page as Window)
  const heard: unknown[] = []
  page.addEventListener('keydown', (event) => heard.push((event as KeyboardEvent).key), { capture: true })
  const press = (about: Partial<KeyboardEvent>) =>
    page.dispatchEvent(Object.assign(new Event('keydown', { cancelable: true }), about))
  for (const key of ['Enter', 'Escape', 'ArrowRight', ' ', 'PageDown']) {
    expect(press({ key, isComposing: true, keyCode: 229 })).toBe(true)
    // Safari ends the composition first.
    expect(press({ key, isComposing: false, keyCode: 229 })).toBe(true)
  }
  press({ key: 'ArrowRight', isComposing: false, keyCode: 39 })
  expect(heard).toEqual(['ArrowRight'])
})
