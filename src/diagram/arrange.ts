import type { Graph } from '../nn/graph'
import { layout } from './layout'
import type { Direction } from './scene'

export interface Arrangement {
  readonly direction: Direction
  readonly rows: number
}

/** A page narrower than this reads downwards. */
const narrow = 560

/** More lines than this are not easier to read. */
const mostRows = 6

const nothing: ReadonlySet<string> = new Set()

/** The direction and the line breaks that show the closed network largest; null before the page has a size. */
export function arrange(
  graph: Graph,
  { width, height }: { readonly width: number; readonly height: number },
): Arrangement | null {
  if (width === 0 || height === 0) return null
  if (width < narrow && height > width) return { direction: 'down', rows: 1 }
  let best: Arrangement = { direction: 'right', rows: 1 }
  let largest = 0
  for (let rows = 1; rows <= mostRows; rows++) {
    const { bounds } = layout(graph, { expanded: nothing, rows })
    const zoom = Math.min(width / bounds.width, height / bounds.height, 1.4)
    // One more line must be worth its turn.
    if (zoom <= largest * 1.08) continue
    largest = zoom
    best = { direction: 'right', rows }
  }
  return best
}
