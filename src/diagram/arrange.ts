import type { Graph } from '../nn/graph'
import { lineBreaks } from './layout'
import type { Direction, LayoutView } from './scene'

/** How a network lies on a page. */
export interface Arrangement {
  readonly direction: Direction
  readonly breaks: readonly number[]
}

/** A page narrower than this reads downwards. */
const narrow = 560

/** More lines than this are not easier to read. */
const mostRows = 6

/** A further line must make everything this much larger. */
const worth = 1.1

/** No line may be shorter than this share of the longest: a single layer is no line. */
const leastFilled = 0.2

/** The direction and the line breaks that show a network largest; null before the page has a size. */
export function arrange(
  graph: Graph,
  view: Omit<LayoutView, 'direction' | 'breaks'>,
  { width, height }: { readonly width: number; readonly height: number },
): Arrangement | null {
  if (width === 0 || height === 0) return null
  if (width < narrow && height > width) return { direction: 'down', breaks: [] }
  let best: Arrangement = { direction: 'right', breaks: [] }
  let largest = 0
  for (let rows = 1; rows <= mostRows; rows++) {
    const broken = lineBreaks(graph, view, rows)
    const zoom = Math.min(width / broken.width, height / broken.height, 1.4)
    if (zoom <= largest * worth || broken.shortest < leastFilled) continue
    largest = zoom
    best = { direction: 'right', breaks: broken.breaks }
  }
  return best
}
