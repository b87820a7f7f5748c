import { keyOf } from '../../ui/keyboard'

type DeckCommand = 'next' | 'back' | 'first' | 'last' | 'digit' | 'jump' | 'leave' | 'fullScreen'

/** Page keys, as clickers send them, always turn the slide. */
const always: Readonly<Record<string, DeckCommand>> = { PageDown: 'next', PageUp: 'back' }

/** These turn it unless what has the focus needs them. */
const unlessNeeded: Readonly<Record<string, DeckCommand>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Home: 'first',
  End: 'last',
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'> &
  Partial<Pick<KeyboardEvent, 'code' | 'shiftKey'>>

/**
 * What a pressed key does to the slides, or undefined where it is somebody else's.
 * @param typing whether digits of a slide's number stand already
 * @param letters whether keys that are a single character act
 */
export function deckCommand(press: Press, typing: boolean, letters = true): DeckCommand | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey, target } = press
  const key = keyOf(press)
  if (ctrlKey || metaKey || altKey) return undefined
  const element = target as { readonly closest?: (selector: string) => unknown } | null
  const within = (selector: string) => Boolean(element?.closest?.(selector))
  if (within('dialog, [role="dialog"]:not([data-keys]), [popover]')) return undefined
  if (key in always) return always[key]
  const writes = within('input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select')
  if (writes) return undefined
  if (key in unlessNeeded) {
    // Sliders and radio buttons live by the arrows, buttons, links and cards by Space; graph and table by both.
    const keeps =
      key === ' '
        ? 'button, a, input, summary, [role="tree"], [role="grid"], [role="slider"], [data-keys]'
        : 'input, [role="tree"], [role="grid"], [role="slider"], [role="separator"], [data-keys]'
    if (within(keeps)) return undefined
    // As a browser scrolls a page.
    return key === ' ' && shiftKey ? 'back' : unlessNeeded[key]
  }
  if (key === 'Enter' && typing) return 'jump'
  if (key === 'Escape') return within('[role="tree"]') ? undefined : 'leave'
  if (!letters) return undefined
  if (/^\d$/.test(key)) return 'digit'
  return key === 'F' ? 'fullScreen' : undefined
}
