import type { Graph, NodeId } from '../nn/graph'
import { lineUp, type Part } from './chain'
import { plainEdge } from './edge'
import type { Context, Piece } from './piece'
import type { RibbonKind } from './scene'

/** Between the lines of a broken network, where the connection runs back. */
const rowGap = 56

/** How far the connection stands out beyond the ends of the rows. */
const overhang = 22

/** Ribbon before the first thing of a further row. */
const lead = 20

/**
 * Where to break parts into `rows` lines so that the longest is as short as it can be: the indices of the parts that
 * begin a line. Lines break only after a tensor.
 */
export function breaksOf(parts: readonly Part[], rows: number): readonly number[] {
  if (rows <= 1) return []
  const total = parts.reduce((sum, part) => sum + part.piece.length, 0)
  let tooShort = 0
  let enough = total
  let best: readonly number[] = []
  for (let step = 0; step < 20; step++) {
    const limit = (tooShort + enough) / 2
    const breaks = fill(parts, limit)
    if (breaks && breaks.length < rows) {
      best = breaks
      enough = limit
    } else tooShort = limit
  }
  return best
}

/** Breaks that keep every line within `limit`; undefined when a single step is longer. */
function fill(parts: readonly Part[], limit: number): readonly number[] | undefined {
  const breaks: number[] = []
  let length = 0
  let start = 0
  let place = -1
  for (let i = 0; i < parts.length; i++) {
    length += parts[i].piece.length
    if (length > limit) {
      if (place <= start) return undefined
      breaks.push(place)
      start = place
      length = lead + parts.slice(place, i + 1).reduce((sum, part) => sum + part.piece.length, 0)
      place = -1
      if (length > limit) return undefined
    }
    if (parts[i].kind === 'edge' && parts[i + 1]?.kind === 'unit') place = i + 1
  }
  return breaks
}

/** How long each line is. */
export function lengthsOf(parts: readonly Part[], breaks: readonly number[]): readonly number[] {
  return [0, ...breaks].map((start, i) =>
    parts.slice(start, breaks[i]).reduce((sum, part) => sum + part.piece.length, 0),
  )
}

/** The lines below each other; a thin line leads from the end of one to the start of the next. */
export function stackRows(
  c: Context,
  graph: Graph,
  parts: readonly Part[],
  breaks: readonly number[],
  enters: readonly NodeId[],
): Piece {
  const starts = [0, ...breaks]
  const rows = starts.map((start, i) => {
    const own = parts.slice(start, starts[i + 1])
    const stub: readonly Part[] =
      i === 0 ? [] : [{ piece: plainEdge(c, enters[i - 1], lead), kind: 'edge', tensor: enters[i - 1] }]
    return lineUp(c, [...stub, ...own])
  })
  const lines: number[] = []
  let v = 0
  rows.forEach((row, i) => {
    if (i > 0) v += rows[i - 1].below + rowGap + row.above
    lines.push(v)
  })
  return {
    length: Math.max(...rows.map((row) => row.length)),
    above: rows[0].above,
    below: lines[lines.length - 1] + rows[rows.length - 1].below,
    exit: 0,
    draw(pen, u, v) {
      rows.forEach((row, i) => {
        row.draw(pen, u, v + lines[i])
        if (i === 0) return
        const lane = v + lines[i] - row.above - rowGap / 2
        const right = u + rows[i - 1].length + overhang
        const spec = {
          id: `wrap ${i}`,
          kind: 'wrap' as RibbonKind,
          path: null,
          channels: graph.node(enters[i - 1]).shape.at(-1)!,
          from: enters[i - 1],
          to: enters[i - 1],
        }
        pen.turn(
          [
            [u + rows[i - 1].length, v + lines[i - 1]],
            [right, v + lines[i - 1]],
            [right, lane],
            [u - overhang, lane],
            [u - overhang, v + lines[i]],
            [u, v + lines[i]],
          ],
          spec,
        )
      })
    },
  }
}
