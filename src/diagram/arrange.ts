import type { Graph } from '../nn/graph'
import { lineBreaks, smallestText } from './layout'
import { smallestOnScreen } from './measure'
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
  const options = Array.from({ length: mostRows }, (_, i) => lineBreaks(graph, view, i + 1))
  const readable = smallestOnScreen / Math.max(smallestText, view.text ?? 0)
  let best = options[0]
  let largest = 0
  for (const option of options) {
    const zoom = Math.min(width / option.width, height / option.height, 1.4)
    if (zoom <= largest * worth || option.shortest < leastFilled) continue
    largest = zoom
    best = option
  }
  // Where not all of it can be read at once, it is read by moving it one way only.
  if (largest < readable)
    best = options.findLast((option) => option.height * readable <= height) ?? options[0]
  return { direction: 'right', breaks: best.breaks }
}
