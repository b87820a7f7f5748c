/** What characters are typed into, or picked by. */
export const textFields =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable]'

/** What was pressed. */
type Pressed = Pick<KeyboardEvent, 'key'> & Partial<Pick<KeyboardEvent, 'code' | 'shiftKey'>>

/**
 * The key as commands name it. A layout without Latin letters (Cyrillic, Greek, Arabic, Hebrew, …) still has the keys where
 * they are printed: я is Z. Letters and digits of Latin layouts are what they write, wherever they lie; so is every sign but a question mark of another script.
 */
export function keyOf({ key, code = '', shiftKey = false }: Pressed): string {
  if ([...key].length !== 1 || /^[\p{ASCII}\p{Script=Latin}]$/u.test(key)) return key
  const [, letter] = /^Key([A-Z])$/.exec(code) ?? []
  if (letter) return shiftKey ? letter : letter.toLowerCase()
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? []
  if (digit && /^\p{Nd}$/u.test(key)) return digit
  return code === 'Slash' && shiftKey ? '?' : key
}
