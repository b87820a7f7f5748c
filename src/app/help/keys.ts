import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { keyOf, textFields } from '../../ui/keyboard'
import { keep, recall } from '../../ui/storage'

interface Binding {
  /** As `KeyboardEvent.key` names them; letters in lower case, `Ctrl+` also means ⌘. */
  readonly keys: readonly string[]
  /** Also while something is typed. */
  readonly inFields?: boolean
}

/** The keys of the page, by command: handlers and the help read them here; `does.ts` says what each does. */
export const pageKeys = {
  search: { keys: ['/', 'Ctrl+k'], inFields: true },
  help: { keys: ['?'] },
  fit: { keys: ['f'] },
  zoomToSelection: { keys: ['z'] },
  zoomIn: { keys: ['+', '='] },
  zoomOut: { keys: ['-'] },
  trace: { keys: ['t'] },
  film: { keys: ['p'] },
  openAll: { keys: ['o'] },
  closeAll: { keys: ['Shift+o'] },
  image: { keys: ['i'] },
  slide: { keys: ['r'] },
  undo: { keys: ['Ctrl+z'] },
  redo: { keys: ['Ctrl+Shift+z', 'Ctrl+y'] },
} as const satisfies Record<string, Binding>

export type Command = keyof typeof pageKeys

const stored = 'layerwise:letter-keys'

/** Whether keys that are a single character act: those who speak to the page or have tremor can switch them off. */
export const useLetterKeys = create<{ readonly areOn: boolean }>(() => ({ areOn: recall(stored) !== 'off' }))

export function setLetterKeys(areOn: boolean): void {
  keep(stored, areOn ? 'on' : 'off')
  useLetterKeys.setState({ areOn })
}

/** What was pressed, as far as it matters here. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> &
  Partial<Pick<KeyboardEvent, 'code'>>

/** Where the focus is: in a text being typed, in something else that takes characters, or neither. */
type Focus = 'text' | 'taken' | 'free'

/**
 * The command of a pressed key.
 * @param letters whether keys that are a single character act
 */
export function commandOf(press: Press, focus: Focus, letters = true): Command | undefined {
  return (Object.keys(pageKeys) as Command[]).find((command) => {
    const binding: Binding = pageKeys[command]
    return binding.keys.some((name) => {
      if (!matches(name, press)) return false
      if (name.startsWith('Ctrl+')) return focus !== 'text' || binding.inFields === true
      return letters && focus === 'free'
    })
  })
}

function matches(name: string, press: Press): boolean {
  const { ctrl, shift, key } = parts(name)
  if (press.altKey || (press.ctrlKey || press.metaKey) !== ctrl) return false
  // Some keyboards need Shift for a sign, and Caps Lock is no Shift.
  const isLetter = /^[a-z]$/.test(key)
  return keyOf(press).toLowerCase() === key && (!isLetter || press.shiftKey === shift)
}

function parts(name: string) {
  return {
    ctrl: name.startsWith('Ctrl+'),
    shift: name.includes('Shift+'),
    key: name.replace(/^(Ctrl\+)?(Shift\+)?/, ''),
  }
}

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  ' ': 'Space',
  '-': '−',
}

/** The caps to press together, as they are printed: `['Shift', 'O']`. */
export function caps(name: string, isMac = onMac()): readonly string[] {
  const { ctrl, shift, key } = parts(name)
  return [
    ...(ctrl ? [isMac ? '⌘' : 'Ctrl'] : []),
    ...(shift ? ['Shift'] : []),
    signs[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ]
}

function onMac(): boolean {
  return typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform)
}

/** For a tooltip: `Search layers and networks (/)`. */
export function withKey(text: string, command: Command): string {
  return `${text} (${caps(pageKeys[command].keys[0]).join('+')})`
}

/** Does what the keys of these commands ask for, while the component is shown. */
export function useKeys(commands: Partial<Readonly<Record<Command, () => void>>>): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event
      // A modal dialog has keys of its own.
      if (event.defaultPrevented || !(target instanceof Element) || target.closest('.dialog')) return
      const command = commandOf(event, focusAt(target), useLetterKeys.getState().areOn)
      const act = command && latest.current[command]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}

function focusAt(target: Element): Focus {
  // A list is picked from by its first letter.
  const isField = target.matches(textFields)
  if (isField && !target.hasAttribute('data-settled')) return 'text'
  return isField || target.closest('[role="dialog"]') ? 'taken' : 'free'
}
