import type { Graph } from '../nn/graph'
import { type Broken, lineBreaker } from './layout'
import { enough } from './measure'
import type { Direction, LayoutView } from './scene'

/** How a network lies on a page. */
export interface Arrangement {
  readonly direction: Direction
  readonly breaks: readonly number[]
}

/** A page narrower than this reads downwards. */
const narrow = 560

/** More lines than this are not easier to read. */
const mostRows = 14

/** A further line must make everything this much larger. */
const worth = 1.1

/** No line may be shorter than this share of the longest: a single layer is no line. */
const leastFilled = 0.2

/** Room at both sides of a line, in pixels. */
const margins = 32

/**
 * The direction and the line breaks for a page; null before the page has a size. A network that can be read as a
 * whole, or is wanted as a whole, is shown as large as it goes. A larger one is broken like text, so that it is read by moving it one way.
 */
export function arrange(
  graph: Graph,
  view: Omit<LayoutView, 'direction' | 'breaks'>,
  { width, height }: { readonly width: number; readonly height: number },
  everything = false,
): Arrangement | null {
  if (width === 0 || height === 0) return null
  if (width < narrow) return { direction: 'down', breaks: [] }
  const broken = lineBreaker(graph, view)
  let whole: Broken | undefined
  let largest = 0
  const options: Broken[] = []
  for (let rows = 1; rows <= mostRows; rows++) {
    const option = broken(rows)
    if (rows > 1 && option.shortest < leastFilled) continue
    options.push(option)
    const zoom = Math.min(width / option.width, height / option.height, 1.4)
    if (zoom > largest * worth) {
      largest = zoom
      whole = option
    }
    // Further lines only help while there are lines too long for the page.
    if ((option.width <= width - margins && !everything) || option.breaks.length < rows - 1) break
  }
  if (whole && (everything || largest >= enough)) return { direction: 'right', breaks: whole.breaks }
  // A stage that is open cannot be broken; then the lines are as long as it.
  const limit = Math.max(width - margins, Math.min(...options.map((option) => option.width)))
  return { direction: 'right', breaks: options.find((option) => option.width <= limit)!.breaks }
}
