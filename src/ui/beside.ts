/** A part of the window, in pixels. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Between a tip and what it explains, and between it and the edge of the window, in pixels. */
const gap = 8
const edge = 4

/** What it costs to cover what is explained, against anything else, area by area, and to be a pixel further away. */
const weight = 10
const distance = 20

/** Of what is larger, only so much around the pointer is left free, in pixels. */
const near = 96

/**
 * Where a few words stand beside what they explain: above it, below or at a side, not over what is seen of it, near where
 * it is pointed at, and over as little of all else that is read as can be.
 */
export function placeBeside(
  { width, height }: Pick<Rect, 'width' | 'height'>,
  whole: Rect,
  window: Rect,
  others: readonly Rect[],
  point?: Pick<Rect, 'x' | 'y'>,
): Pick<Rect, 'x' | 'y'> {
  const about = part(
    whole,
    point ? { x: point.x - near, y: point.y - near, width: 2 * near, height: 2 * near } : window,
  )
  const from = point ?? { x: about.x + about.width / 2, y: about.y + about.height / 2 }
  const [right, bottom] = [about.x + about.width, about.y + about.height]
  const along = [about.x + about.width / 2 - width / 2, about.x, right - width]
  const places = [
    ...[about.y - gap - height, bottom + gap].flatMap((y) => along.map((x) => ({ x, y }))),
    ...[right + gap, about.x - gap - width].map((x) => ({ x, y: about.y + about.height / 2 - height / 2 })),
  ].map(({ x, y }) => ({
    x: within(x, width, window.x, window.width),
    y: within(y, height, window.y, window.height),
    width,
    height,
  }))
  const costs = places.map((place) =>
    others.reduce(
      (sum, other) => sum + overlap(place, other),
      weight * overlap(place, about) + distance * away(place, from),
    ),
  )
  return places[costs.indexOf(Math.min(...costs))]
}

function within(at: number, size: number, start: number, length: number): number {
  return Math.max(start + edge, Math.min(at, start + length - size - edge))
}

/** What of a rectangle lies within another; at its edge where nothing does. */
function part({ x, y, width, height }: Rect, within: Rect): Rect {
  const [left, right] = [x, x + width].map((at) => clamp(at, within.x, within.width))
  const [top, bottom] = [y, y + height].map((at) => clamp(at, within.y, within.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const clamp = (at: number, start: number, length: number) => Math.max(start, Math.min(at, start + length))

function away({ x, y, width, height }: Rect, from: Pick<Rect, 'x' | 'y'>): number {
  return Math.hypot(from.x - clamp(from.x, x, width), from.y - clamp(from.y, y, height))
}

export function overlap(a: Rect, b: Rect): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, across) * Math.max(0, down)
}
