/** A dot in pixels with the name that is to stand beside it. */
export interface Named {
  readonly x: number
  readonly y: number
  readonly name: string
}

/** Where a name stands, seen from its dot. */
export interface NamePlace {
  readonly anchor: 'start' | 'middle' | 'end'
  readonly dx: number
  readonly dy: number
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Width of a letter as a share of the text size: a little more than is needed. */
const letter = 0.58

/**
 * A place for every name at which it covers neither a dot nor a name before it, is nearest to its own dot, and stays
 * between two places in pixels; null where there is none. The first names choose first.
 */
export function placeNames(
  dots: readonly Named[],
  text: number,
  [from, to]: readonly [number, number],
): readonly (NamePlace | null)[] {
  const near = text * 0.85
  const candidates: readonly NamePlace[] = [
    { anchor: 'start', dx: near, dy: 0 },
    { anchor: 'end', dx: -near, dy: 0 },
    { anchor: 'middle', dx: 0, dy: -text * 1.1 },
    { anchor: 'middle', dx: 0, dy: text * 1.1 },
    { anchor: 'start', dx: near * 0.6, dy: text * 0.95 },
    { anchor: 'end', dx: -near * 0.6, dy: -text * 0.95 },
    { anchor: 'end', dx: -near * 0.6, dy: text * 0.95 },
    { anchor: 'start', dx: near * 0.6, dy: -text * 0.95 },
  ]
  const taken: Box[] = dots.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 }))
  return dots.map(({ x, y, name }, own) => {
    const long = name.length * text * letter
    for (const place of candidates) {
      const start = x + place.dx - { start: 0, middle: long / 2, end: long }[place.anchor]
      const box = {
        left: start,
        right: start + long,
        top: y + place.dy - text * 0.5,
        bottom: y + place.dy + text * 0.5,
      }
      if (box.left < from || box.right > to) continue
      if (taken.some((other, i) => i !== own && overlap(box, other))) continue
      // A reader takes a name for the mark that it is nearest to.
      if (dots.some((dot, i) => i !== own && away(box, dot) <= away(box, { x, y }) + text * 0.3)) continue
      taken.push(box)
      return place
    }
    return null
  })
}

/** From a box to a point, in pixels. */
function away({ left, right, top, bottom }: Box, { x, y }: Pick<Named, 'x' | 'y'>): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}
