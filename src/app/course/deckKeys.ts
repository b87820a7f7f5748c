import { keyOf } from '../../ui/keyboard'

interface Row {
  /** As `KeyboardEvent.key` names them; `Shift+ ` is Space with Shift. */
  readonly keys: readonly string[]
  /** What pressing one does. */
  readonly does: string
}

/** The keys of the slides, by command: the handler and the list of keys read them here. */
export const deckKeys = {
  next: { keys: ['PageDown', 'ArrowRight', 'ArrowDown', ' '], does: 'Next step, then the next slide' },
  back: { keys: ['PageUp', 'ArrowLeft', 'ArrowUp', 'Shift+ ', 'Backspace'], does: 'Back' },
  first: { keys: ['Home'], does: 'First slide' },
  last: { keys: ['End'], does: 'Last slide' },
  jump: { keys: ['Enter'], does: 'Go to the slide with the number you typed' },
  details: { keys: ['d'], does: 'All of the slide’s text, or only the short version for the room' },
  overview: { keys: ['o'], does: 'Overview of all slides, with a search' },
  fullScreen: { keys: ['f'], does: 'Full screen on or off' },
  black: { keys: ['b', '.'], does: 'Black screen on or off' },
  white: { keys: ['w'], does: 'White screen on or off' },
  reset: { keys: ['r'], does: 'Reset the slide’s figure' },
  keys: { keys: ['?'], does: 'List the keys' },
  leave: { keys: ['Escape'], does: 'Close what is open; with nothing open, leave the slides' },
} as const satisfies Record<string, Row>

/** What a key may do to the slides; `digit` and `erase` type the number of one. */
export type DeckCommand = keyof typeof deckKeys | 'digit' | 'erase'

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'> &
  Partial<Pick<KeyboardEvent, 'code' | 'shiftKey'>>

interface Circumstances {
  /** Whether digits of a slide's number stand already. */
  readonly typing?: boolean
  /** Whether keys that are a single character act. */
  readonly letters?: boolean
  /** Whether what has the focus got it from a pointer: who clicked into a figure goes on with the slides. */
  readonly byPointer?: boolean
}

/** Sliders, radio buttons and what was being typed into live by the arrows, however they were reached. */
const setByArrows =
  'input:not([type="checkbox"]), [role="slider"], [role="separator"], [role="radio"], [role="tab"]'
/** A graph and a table are walked through by arrows, a card has keys of its own. */
const walked = '[role="tree"], [role="grid"], [data-keys]'
/** What Space presses, opens or checks. */
const pressed = `button, a, input, summary, [role="slider"], ${walked}`

const arrows: readonly string[] = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'Home', 'End']

/** Whether arrows stay in the element that has the focus, so that only page keys turn the slide. */
export function keepsArrows(element: Pick<Element, 'closest'> | null, byPointer: boolean): boolean {
  return Boolean(element?.closest(byPointer ? setByArrows : `${setByArrows}, ${walked}`))
}

/** What a pressed key does to the slides, or undefined where it is somebody else's. */
export function deckCommand(
  press: Press,
  { typing = false, letters = true, byPointer = false }: Circumstances = {},
): DeckCommand | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey = false, target } = press
  const key = keyOf(press)
  if (ctrlKey || metaKey || altKey) return undefined
  const element = typeof (target as Element | null)?.closest === 'function' ? (target as Element) : null
  const within = (selector: string) => Boolean(element?.closest(selector))
  if (within('dialog, [role="dialog"]:not([data-keys]), [popover]')) return undefined
  const named = nameOf(key, shiftKey)
  // Page keys, as clickers send them, always turn the slide.
  if (key === 'PageDown' || key === 'PageUp') return named
  if (within('input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select'))
    return undefined
  if (arrows.includes(key)) return keepsArrows(element, byPointer) ? undefined : named
  if (key === ' ') return !byPointer && within(pressed) ? undefined : named
  // Where an element has keys of its own, it takes away what is chosen there.
  if (key === 'Backspace') return typing ? 'erase' : within('[data-keys]') ? undefined : named
  if (key === 'Enter') return typing ? named : undefined
  if (key === 'Escape') return within('[role="tree"]') && !byPointer ? undefined : named
  if (!letters) return undefined
  return /^\d$/.test(key) ? 'digit' : named
}

function nameOf(key: string, shift: boolean): keyof typeof deckKeys | undefined {
  const pressed = key === ' ' && shift ? 'Shift+ ' : key.length === 1 ? key.toLowerCase() : key
  return (Object.keys(deckKeys) as (keyof typeof deckKeys)[]).find((command) =>
    (deckKeys[command].keys as readonly string[]).includes(pressed),
  )
}
