import { around } from './extent'
import { clearOf, type FrameOptions, framed, type Lens, type Pane, range } from './lens'
import type { Box, Rect, Scene } from './scene'

/** A rectangle is made smaller than it fits by no more than this, for what lies beside it. */
const mostGiven = 0.6
const tries = 24

/** How far aside it may then stand: shares of the page, the least first. */
const aside = Array.from({ length: 13 }, (_, i) => (i % 2 ? 0.04 : -0.04) * ((i + 1) >> 1))

/** What stands aside is so far from the edge, in pixels. */
const offEdge = 6

/** What lies around a rectangle. */
export interface Company {
  /** What its ribbons come from and lead to; what they lead to is there twice, since it counts more. */
  readonly next: readonly Rect[]
  /** What an edge of the page may cut. */
  readonly others: readonly Rect[]
}

/**
 * A rectangle whole, with its neighbors where they have room, and the least of the rest cut by an edge of the page: for
 * that it is smaller than it fits, and aside, but no smaller than `smallest`. What does not fit is framed as ever.
 */
export function framedBeside(
  alone: Rect,
  { next, others }: Company,
  pane: Pane,
  options: FrameOptions = {},
): Lens {
  const largest = framed(alone, pane, options)
  if (!isWhole(alone, largest, pane)) return largest
  const joined = around([alone, ...next])
  const together = framed(joined, pane, { ...options, largest: largest.k })
  const isJoined = isWhole(joined, together, pane) && together.k > largest.k * mostGiven
  const [rect, first] = isJoined ? [joined, together] : [alone, largest]
  const least = Math.max(options.smallest ?? range[0], first.k * mostGiven)
  const { width, height } = clearOf(pane)
  let best = first
  // To be cut is worse than to be out of sight.
  const missingAt = (at: Lens) =>
    3 *
      others.filter((each) => {
        const { isInSight, isWhole } = placed(each, at, pane)
        return isInSight && !isWhole
      }).length +
    next.filter((each) => !placed(each, at, pane).isInSight).length
  let fewest = missingAt(first)
  for (let i = 0; i <= tries && fewest > 0; i++) {
    const at = framed(rect, pane, { ...options, largest: first.k * (least / first.k) ** (i / tries) })
    for (const dx of aside)
      for (const dy of aside) {
        const there = { ...at, x: at.x + dx * width, y: at.y + dy * height }
        if (!isWhole(rect, there, pane, offEdge)) continue
        const missing = missingAt(there)
        if (missing < fewest) [best, fewest] = [there, missing]
      }
  }
  return best
}

/** Where a rectangle lies in what is clear of a pane, in pixels. */
function placed(rect: Rect, { x, y, k }: Lens, pane: Pane, off = -1) {
  const clear = clearOf(pane)
  const [left, top] = [rect.x * k + x - clear.x, rect.y * k + y - clear.y]
  const [right, bottom] = [left + rect.width * k, top + rect.height * k]
  return {
    isInSight: right > 1 && left < clear.width - 1 && bottom > 1 && top < clear.height - 1,
    isWhole: left > off && top > off && right < clear.width - off && bottom < clear.height - off,
  }
}

const isWhole = (rect: Rect, at: Lens, pane: Pane, off?: number) => placed(rect, at, pane, off).isWhole

/** What lies around a box and may be cut off where the box is framed: words and other boxes, but none in it or around it. */
export function companyOf(scene: Scene, box: Box): Company {
  const holds = (outer: Rect, inner: Rect) =>
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1
  const isApart = (rect: Rect) => !holds(box, rect) && !holds(rect, box)
  const within = new Set(scene.boxes.filter((each) => holds(box, each)).map(({ id }) => id))
  const leads = (here: 'from' | 'to', there: 'from' | 'to') => {
    const ids = new Set(scene.links.flatMap((link) => (within.has(link[here]) ? link[there] : [])))
    return scene.boxes.filter((each) => ids.has(each.id) && isApart(each))
  }
  const after = leads('from', 'to')
  return {
    next: [...after, ...after, ...leads('to', 'from')],
    others: [...scene.boxes, ...scene.labels.map(({ room }) => room)].filter(isApart),
  }
}
