import { currentRoute, go, type LessonRoute, writeRoute } from '../route/route'
import { follow } from './follow'

/** What ends the way back: whoever does something on the page wants to read it. */
const reading = ['pointerdown', 'wheel', 'keydown'] as const

/** Leaves the slides for the page of the lesson. The next key brings them back where it is Page Down or Page Up, as a clicker sends them. */
export function leaveDeck(place: LessonRoute): void {
  const slides = writeRoute({ ...place, deck: true })
  follow(writeRoute({ ...place, deck: false }))
  const listen = (event: Event) => {
    for (const name of reading) removeEventListener(name, listen, { capture: true })
    const now = currentRoute()
    if (!(event instanceof KeyboardEvent) || now.page !== 'lesson' || now.lesson !== place.lesson) return
    if (event.key !== 'PageDown' && event.key !== 'PageUp') return
    event.preventDefault()
    event.stopPropagation()
    go(slides)
  }
  // The key that is pressed just now is on its way already, and does not come here.
  for (const name of reading) addEventListener(name, listen, { capture: true, passive: false })
}
