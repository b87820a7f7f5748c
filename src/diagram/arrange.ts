import type { Graph } from '../nn/graph'
import { measure, type Room } from './layout'
import type { Direction, LayoutView } from './scene'

/** How a network lies on a page. */
export interface Arrangement {
  readonly direction: Direction
  readonly line?: number
}

/** A page narrower than this reads downwards. */
const narrow = 560

/** Room at both sides of a line, with the connections to the next, in pixels. */
const margins = 94

/** One line is kept unless lines make everything so many times larger. */
const worthBreaking = 1.15

/** So many times larger is worth another direction, where everything is smaller than this otherwise. */
const worthTurning = 1.2
const smallEnough = 0.85

/** Tries before the best length of a line is taken as found. */
const tries = 5

/**
 * The direction and the length of the lines for a page; null before the page has a size. What can be read as a whole
 * stays on one line. Anything larger is broken like text, so that it is read at full size by moving it one way; or, if
 * everything is wanted at once, so that it is as large as it can be.
 */
export function arrange(
  graph: Graph,
  view: Omit<LayoutView, 'line'>,
  page: Room,
  everything = false,
): Arrangement | null {
  const { width, height } = page
  if (width === 0 || height === 0) return null
  const direction = view.direction ?? (width < narrow ? 'down' : 'right')
  const room = measure(graph, { ...view, direction })
  const whole = room()
  if (zoomOf(whole, page) >= 1) return { direction }
  if (!everything) return direction === 'down' ? { direction } : { direction, line: width - margins }
  const best = bestLine(room, whole, page, direction)
  if (view.direction || best.zoom > smallEnough) return { direction, line: best.line }
  // What is much wider than it is high, or the other way round, may be seen better when it is turned.
  const turned = direction === 'right' ? 'down' : 'right'
  const other = measure(graph, { ...view, direction: turned })
  const second = bestLine(other, other(), page, turned)
  return second.zoom > best.zoom * worthTurning
    ? { direction: turned, line: second.line }
    : { direction, line: best.line }
}

/** How large a whole network can be shown on a page, 1 at full size and no more. */
export function largestOn(graph: Graph, view: Omit<LayoutView, 'line'>, page: Room): number {
  const arrangement = arrange(graph, view, page, true)
  if (!arrangement) return 0
  return Math.min(
    1,
    zoomOf(measure(graph, { ...view, direction: arrangement.direction })(arrangement.line), page),
  )
}

/** How large something is when it fills the page. */
function zoomOf(room: Room, page: Room): number {
  return Math.min(page.width / room.width, page.height / room.height)
}

/** Lines of the length that shows everything largest. */
function bestLine(
  room: (line?: number) => Room,
  whole: Room,
  page: Room,
  direction: Direction,
): { readonly line: number | undefined; readonly zoom: number } {
  const along = (of: Room) => (direction === 'right' ? of.width : of.height)
  const across = (of: Room) => (direction === 'right' ? of.height : of.width)
  let best: { line: number | undefined; zoom: number } = { line: undefined, zoom: zoomOf(whole, page) }
  // Lines as long as the page has room for if they lie as dense as the last try: each try corrects the next.
  let found = whole
  for (let i = 0; i < tries; i++) {
    const line = Math.sqrt((along(found) * across(found) * along(page)) / across(page))
    const next = room(line)
    const zoom = zoomOf(next, page)
    if (zoom > best.zoom * (best.line === undefined ? worthBreaking : 1.01)) best = { line, zoom }
    else if (i > 1) break
    found = next
  }
  return best
}
