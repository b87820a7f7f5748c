import { textWidth } from './measure'
import type { Painter } from './painter'
import type { Rect } from './scene'

/** A text that was painted, and the room that its letters take. */
export interface Written extends Rect {
  readonly text: string
  /** In units of the scene. */
  readonly size: number
  /** It has a ground of its own, as the names of groups have from far away. */
  readonly grounded: boolean
}

/** How far letters reach above and below their baseline, in em. */
const reach = { up: 0.76, down: 0.22 } as const

/** A painter that only remembers what it wrote. Widths are those of the layout, on the wide side of every font. */
export function recorder(): { readonly painter: Painter; readonly written: readonly Written[] } {
  const written: Written[] = []
  let ground: Rect | null = null
  const painter: Painter = {
    path: () => void (ground = null),
    rect: (rect) => void (ground = rect),
    image: () => void (ground = null),
    widthOf: (text, { size, bold }) => textWidth(text, size, bold),
    text(text, x, y, { size, bold, anchor }) {
      const width = textWidth(text, size, bold)
      const rect = {
        x: anchor === 'middle' ? x - width / 2 : x,
        y: y - reach.up * size,
        width,
        height: (reach.up + reach.down) * size,
      }
      written.push({ text, size, ...rect, grounded: ground !== null && holds(ground, rect) })
    },
  }
  return { painter, written }
}

/** Whether a rectangle lies in another, to half a pixel. */
export function holds(outer: Rect, inner: Rect, slack = 0.5): boolean {
  return (
    outer.x <= inner.x + slack &&
    outer.y <= inner.y + slack &&
    outer.x + outer.width + slack >= inner.x + inner.width &&
    outer.y + outer.height + slack >= inner.y + inner.height
  )
}

/** Whether two rectangles share more than a touch of each other. */
export function share(a: Rect, b: Rect, slack = 0.5): boolean {
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  )
}
