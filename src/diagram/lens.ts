import type { Point, Rect } from './scene'

/** Where a scene lies on the screen: a point of it is at `k` times itself and `x`, `y` further, in pixels. */
export interface Lens extends Point {
  readonly k: number
}

/** How much of each edge of a picture something lies over, in pixels. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 }

/** The picture on the page, in pixels, and what lies over it. */
export interface Pane {
  readonly width: number
  readonly height: number
  readonly insets: Insets
}

/** How far a picture can be zoomed out and in. */
export const range: readonly [least: number, most: number] = [0.02, 40]

/** Room around what is framed; less where there is little. */
const padding = 16

/** What has room for more is not made larger than this; on a phone, so that what is around it is seen as well. */
const largestFit = { page: 1.6, phone: 1 } as const

/** A picture of fewer pixels across is one of a phone. */
const phone = 480

/** What flows down is made no smaller than this to fit the width, so that its text keeps its size. */
const narrowest = 1

/** The part of a pane that nothing lies over. */
export function clearOf({ width, height, insets }: Pane): Rect {
  const { top, right, bottom, left } = insets
  return {
    x: left,
    y: top,
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - top - bottom),
  }
}

/** The scale at which a rectangle fills what is clear, at most `largest`. */
export function fitting(rect: Rect, pane: Pane, largest: number = mostOn(pane)): number {
  const { wide, high } = scales(rect, pane)
  return Math.max(Math.min(wide, high, largest), range[0])
}

const mostOn = ({ width }: Pane) => (width < phone ? largestFit.phone : largestFit.page)

function scales(rect: Rect, pane: Pane) {
  const { width, height } = clearOf(pane)
  return {
    wide: (width - 2 * Math.min(padding, width / 32)) / rect.width,
    high: (height - 2 * padding) / rect.height,
  }
}

export interface FrameOptions {
  readonly largest?: number
  readonly smallest?: number
  /** What flows down is fitted to the width of the page. */
  readonly down?: boolean
}

/** A rectangle as large as it fits, at most `largest` times its size; what does not fit starts at its beginning. */
export function framed(
  rect: Rect,
  pane: Pane,
  { largest, smallest = range[0], down = false }: FrameOptions = {},
): Lens {
  const clear = clearOf(pane)
  const least = down ? Math.max(Math.min(scales(rect, pane).wide, 1), narrowest) : smallest
  const k = Math.max(fitting(rect, pane, largest), least)
  // The beginning is in the middle of what flows down.
  const offset = (available: number, length: number, middle: boolean) =>
    k * length > available + 0.5 && !middle ? padding : (available - k * length) / 2
  return {
    x: clear.x + offset(clear.width, rect.width, down) - k * rect.x,
    y: clear.y + offset(clear.height, rect.height, false) - k * rect.y,
    k,
  }
}

/**
 * Moved as little as needed so that a rectangle is in sight, with room around it: a share of what is clear. What is
 * larger than that is shown from its beginning.
 */
export function shown(rect: Rect, at: Lens, pane: Pane, room = 0): Lens {
  const clear = clearOf(pane)
  const shift = (from: number, length: number, available: number) => {
    const free = (available - length) / 2
    const around = free < 0 ? padding : Math.min(free, Math.max(padding, room * available))
    if (from < around) return around - from
    return Math.min(0, Math.max(available - around - from - length, around - from))
  }
  const dx = shift(at.x + rect.x * at.k - clear.x, rect.width * at.k, clear.width)
  const dy = shift(at.y + rect.y * at.k - clear.y, rect.height * at.k, clear.height)
  return dx || dy ? { x: at.x + dx, y: at.y + dy, k: at.k } : at
}

/** So much smaller, around its middle, that a rectangle has room, but no smaller than it is read at. */
export function holding(rect: Rect, at: Lens, pane: Pane, reading: number): Lens {
  const k = Math.min(at.k, Math.max(fitting(rect, pane), reading))
  if (k === at.k) return at
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2]
  return { x: at.x + x * (at.k - k), y: at.y + y * (at.k - k), k }
}

/**
 * A point of the scene stays where another was, then no more moves than needed to bring `seen` into sight: what was
 * made larger than it is read becomes smaller for that, but no smaller than it is read at; or than `far`, where all of
 * it is seen then.
 */
export function held(
  was: Point,
  is: Point,
  seen: Rect,
  at: Lens,
  pane: Pane,
  reading: number,
  far = reading,
): Lens {
  const fits = fitting(seen, pane)
  const k = Math.min(at.k, fits < far ? reading : fits)
  return shown(seen, { x: at.x + was.x * at.k - is.x * k, y: at.y + was.y * at.k - is.y * k, k }, pane)
}
