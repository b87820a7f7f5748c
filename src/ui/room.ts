/**
 * How many times as large as asked for the drawings of a figure may be: what room is left once its words have grown. Styles
 * read it as `--room`, and `[data-room]` is there where it is more than one.
 */
const changed = 'layerwise:room'

/** @param isTold Whether what is drawn by its own arithmetic follows at once; not while React commits. */
export function setRoom(box: HTMLElement, room: number, isTold: boolean): void {
  const before = roomOf(box)
  if (room > 1) {
    box.style.setProperty('--room', room.toFixed(1))
    box.dataset.room = ''
  } else {
    box.style.removeProperty('--room')
    delete box.dataset.room
  }
  if (isTold && roomOf(box) !== before) dispatchEvent(new Event(changed))
}

/** The room of the figure around it. */
export function roomOf(drawing: Element): number {
  return Number.parseFloat(getComputedStyle(drawing).getPropertyValue('--room')) || 1
}

export function onRoom(then: () => void): () => void {
  addEventListener(changed, then)
  return () => removeEventListener(changed, then)
}
