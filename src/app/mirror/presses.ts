import { useLabStates } from '../lab/labStates'

/** A button of a lab, told so that another window finds the same one. */
interface Press {
  readonly slide: string
  readonly button: number
  readonly name: string
}

const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('.deck .lab-body button')]
const nameOf = (button: HTMLElement) =>
  (button.getAttribute('aria-label') ?? button.textContent ?? '').slice(0, 200)

/**
 * Tells of pressed buttons of a lab that change nothing an address has: those that play or train something. What changes
 * the lab's own text is told as that. Returns the way out.
 */
export function followPresses(slide: () => string | undefined, tell: (press: Press) => void): () => void {
  let before: unknown
  const labNow = () => useLabStates.getState()[slide() ?? '']
  const first = () => (before = labNow())
  const then = ({ target, isTrusted }: MouseEvent) => {
    const pressed = (target as Element).closest<HTMLButtonElement>('.deck .lab-body button')
    const now = slide()
    if (!isTrusted || !pressed || now === undefined || labNow() !== before) return
    const button = pressedAt
    tell({ slide: now, button, name })
  }
  /** Where the button stood and what it was called before it did anything: "Play" becomes "Pause". */
  let pressedAt = 0
  let name = ''
  const note = ({ target }: MouseEvent) => {
    first()
    const pressed = (target as Element).closest<HTMLButtonElement>('.deck .lab-body button')
    if (!pressed) return
    pressedAt = buttons().indexOf(pressed)
    name = nameOf(pressed)
  }
  addEventListener('click', note, { capture: true })
  addEventListener('click', then)
  return () => {
    removeEventListener('click', note, { capture: true })
    removeEventListener('click', then)
  }
}

/** Presses the button that was pressed in another window, where it is the same. */
export function pressIn({ button, name }: Press): void {
  const here = buttons()[button]
  if (here && nameOf(here) === name) here.click()
}
