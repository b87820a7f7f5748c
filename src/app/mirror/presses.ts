import { useLabStates } from '../lab/labStates'

/** A button of a lab, told so that another window finds the same one. */
interface Press {
  readonly slide: string
  readonly button: number
  readonly name: string
}

/** A press with what was set in the lab when it came; every change of that is a new object. */
interface Noted {
  readonly press: Press
  readonly lab: unknown
}

/** What was pressed in the lab of the slide that is shown, in any window; whoever comes later presses the same. */
let pressed: readonly Noted[] = []

/** A lab that was played with for long is brought up to its last so many presses. */
const most = 50

const labOn = (slide: string | undefined): unknown => useLabStates.getState()[slide ?? '']

const notedOn = (slide: string) => pressed.filter(({ press }) => press.slide === slide)

/** Remembers a press; those of another slide, whose lab is gone, are forgotten. */
function note(press: Press): void {
  pressed = [...notedOn(press.slide), { press, lab: labOn(press.slide) }].slice(-most)
}

/**
 * What was pressed on a slide since it is shown, so far as it still matters. Where the lab has set something since, that
 * is told as its state: a button that has its old name again has done what it does ("Play" has played to the end), and
 * one that has another does so since it last had the old one.
 */
export function pressedOn(slide: string): readonly Press[] {
  const noted = notedOn(slide)
  const now = labOn(slide)
  const here = buttons()
  return noted.flatMap(({ press }, i) => {
    const { button } = press
    const [first] = noted.filter((other) => other.press.button === button)
    if (first.lab === now) return press
    const isBack = here[button] !== undefined && nameOf(here[button]) === first.press.name
    const again = noted.findLastIndex(
      (other) => other.press.button === button && other.press.name === first.press.name,
    )
    return isBack || i < again ? [] : press
  })
}

/** Another slide is shown: its lab begins as it is. */
export function forgetPresses(): void {
  pressed = []
}

const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('.deck .lab-body button')]
const nameOf = (button: HTMLElement) =>
  (button.getAttribute('aria-label') ?? button.textContent ?? '').slice(0, 200)

/**
 * Tells of pressed buttons of a lab that play or train something: they change nothing an address has, or their own name,
 * too. What else changes the lab's own text is told as that, and so is all that a button with `data-told` does. Returns
 * the way out.
 */
export function followPresses(slide: () => string | undefined, tell: (press: Press) => void): () => void {
  let before: unknown
  const labNow = () => labOn(slide())
  const first = () => (before = labNow())
  const then = ({ target, isTrusted }: MouseEvent) => {
    const pressed = (target as Element).closest<HTMLButtonElement>('.deck .lab-body button:not([data-told])')
    const now = slide()
    if (!isTrusted || !pressed || now === undefined) return
    if (labNow() !== before && nameOf(pressed) === name) return
    const button = pressedAt
    note({ slide: now, button, name })
    tell({ slide: now, button, name })
  }
  /** Where the button stood and what it was called before it did anything: "Play" becomes "Pause". */
  let pressedAt = 0
  let name = ''
  const look = ({ target }: MouseEvent) => {
    first()
    const pressed = (target as Element).closest<HTMLButtonElement>('.deck .lab-body button')
    if (!pressed) return
    pressedAt = buttons().indexOf(pressed)
    name = nameOf(pressed)
  }
  addEventListener('click', look, { capture: true })
  addEventListener('click', then)
  return () => {
    removeEventListener('click', look, { capture: true })
    removeEventListener('click', then)
  }
}

/** Presses the button that was pressed in another window, where it is the same. */
export function pressIn(press: Press): void {
  note(press)
  clickOn(press)
}

function clickOn({ button, name }: Press): boolean {
  const here = buttons()[button]
  if (!here || nameOf(here) !== name || here.disabled) return false
  here.click()
  return true
}

/** A lab may be on its way for so long, in milliseconds; it is looked for that often. */
const patience = 20_000
const between = 200

/**
 * Presses what others have pressed on a slide before this window came, one after the other, as soon as its lab is there:
 * what plays or trains there does so here, from its beginning. Nothing where this window has heard of presses itself.
 */
export async function catchUp(
  slide: string,
  presses: readonly Press[],
  isHere: () => boolean,
): Promise<void> {
  if (presses.length === 0 || notedOn(slide).length > 0) return
  pressed = presses.map((press) => ({ press, lab: labOn(slide) }))
  const until = performance.now() + patience
  for (const press of presses)
    while (isHere() && !clickOn(press)) {
      if (performance.now() > until) return
      await new Promise((done) => setTimeout(done, between))
    }
}
