import { figureOn } from '../mirror/figure'
import type { Stroke } from './strokes'

/** A point of the slide on the screen, in pixels from its upper left corner. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** Where the points of a stroke lie on the screen: at `k` times themselves and `x`, `y` further, in pixels. */
export interface Lens extends Spot {
  readonly k: number
}

/** Points of a slide itself are counted in thousandths of its height. */
const perHeight = 1000

/** Those in a picture are counted in hundredths of the height of the box that they are tied to: a scene is laid out anew for every page. */
const perHeightOfBox = 100

/** The picture of a network on a slide. */
function pictureOf(deck: HTMLElement, side: 'left' | 'right'): HTMLElement | null {
  return (
    deck.querySelector<HTMLElement>(`.pane.${side} .diagram`) ?? deck.querySelector<HTMLElement>('.diagram')
  )
}

/** Where a stroke's points lie; null while the box that it is tied to is not to be seen. */
export function lensOf(deck: HTMLElement, on: Stroke['on']): Lens | null {
  const page = deck.getBoundingClientRect()
  if (!on) return { x: 0, y: 0, k: page.height / perHeight }
  // An open group has no place of its own.
  if (!figureOn(on.side)?.aimed((id) => id === on.id)) return null
  const box = pictureOf(deck, on.side)
    ?.querySelector(`.box[data-id="${CSS.escape(on.id)}"]`)
    ?.getBoundingClientRect()
  if (!box) return null
  return {
    x: box.left - page.left + box.width / 2,
    y: box.top - page.top + box.height / 2,
    k: box.height / perHeightOfBox,
  }
}

/** What a stroke that begins at a spot is tied to: the nearest box of the picture below it, or the slide. */
export function tieAt(deck: HTMLElement, { x, y }: Spot): Stroke['on'] {
  const page = deck.getBoundingClientRect()
  for (const side of ['left', 'right'] as const) {
    if (!figureOn(side)) continue
    const picture = pictureOf(deck, side)
    const room = picture?.getBoundingClientRect()
    const [left, top] = [x + page.left, y + page.top]
    if (!picture || !room || left < room.left || left > room.right || top < room.top || top > room.bottom)
      continue
    const boxes = [...picture.querySelectorAll<HTMLElement>('.box[data-id]')].map((box) => {
      const rect = box.getBoundingClientRect()
      const far = Math.hypot(rect.left + rect.width / 2 - left, rect.top + rect.height / 2 - top)
      return { id: box.dataset.id!, far }
    })
    // A frame around an open group cannot be aimed at; what stands in it can.
    const nearest = boxes
      .sort((a, b) => a.far - b.far)
      .find(({ id }) => figureOn(side)!.aimed((each) => each === id) !== null)
    if (nearest) return { id: nearest.id, side }
  }
  return null
}

/** A spot as a stroke counts it. */
export function inked({ x, y }: Spot, lens: Lens): Spot {
  const round = (value: number) => Math.round(value * 10) / 10
  return { x: round((x - lens.x) / lens.k), y: round((y - lens.y) / lens.k) }
}
