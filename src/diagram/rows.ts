import type { NodeId } from '../nn/graph'
import { channels } from '../nn/shape'
import { plainEdge } from './edge'
import { lineUp, type Part } from './line'
import type { Context, Piece } from './piece'

/** Between the lines of a broken network, where the connection runs back. */
const rowGap = 56

/** How far the connection stands out beyond the ends of the rows. */
export const overhang = 22

/** Ribbon before the first thing of a further row. */
const lead = 20

/** Parts on as few lines as the context allows; on one where they cannot be broken. */
export function wrapped(c: Context, parts: readonly Part[], enters: NodeId | null): Piece {
  // Within a frame the connections between lines need room at both ends.
  const inside = c.depth > 0
  const limit = inside ? c.line - 2 * overhang : c.line
  const breaks = breaksOf(parts, limit)
  return breaks.length === 0 ? lineUp(c, parts) : stackRows(c, parts, breaks, inside ? enters : null)
}

/** Indices of the parts that begin a further line, so that lines are about as long as each other. */
function breaksOf(parts: readonly Part[], limit: number): readonly number[] {
  const total = parts.reduce((sum, part) => sum + part.piece.length, 0)
  if (total <= limit) return []
  let best = fill(parts, limit)
  let [tooShort, enough] = [Math.min(limit, total / (best.length + 2)), limit]
  for (let i = 0; i < 12; i++) {
    const middle = (tooShort + enough) / 2
    const breaks = fill(parts, middle)
    if (breaks.length <= best.length && longest(parts, breaks) <= longest(parts, best)) {
      best = breaks
      enough = middle
    } else tooShort = middle
  }
  return best
}

/** Breaks that keep every line within `limit`, but for a line that holds a single step. Lines break after a tensor. */
function fill(parts: readonly Part[], limit: number): readonly number[] {
  const breaks: number[] = []
  let length = 0
  let since = 0
  let place = -1
  for (let i = 0; i < parts.length; i++) {
    length += parts[i].piece.length
    since += parts[i].piece.length
    // Where a step fills the line, the tensor that it gives begins the next, unless it would stand there alone.
    const next = parts[i + 1]?.piece.length ?? Infinity
    const joins = lead + parts[i].piece.length + next <= limit
    if (length > limit && place < 0 && parts[i].kind === 'edge' && joins && i > (breaks.at(-1) ?? 0)) {
      place = i
      since = parts[i].piece.length
    }
    if (length > limit && place >= 0) {
      breaks.push(place)
      length = lead + since
      place = -1
    }
    if (parts[i].kind === 'edge' && parts[i + 1]?.kind === 'unit') {
      place = i + 1
      since = 0
    }
  }
  return breaks
}

function longest(parts: readonly Part[], breaks: readonly number[]): number {
  let most = 0
  let length = 0
  let line = 0
  for (let i = 0; i < parts.length; i++) {
    if (i === breaks[line]) {
      line++
      length = lead
    }
    length += parts[i].piece.length
    most = Math.max(most, length)
  }
  return most
}

/**
 * Lines below each other; a thin line leads from the end of one to the start of the next.
 * @param enters the tensor that comes from outside, where the first line does not begin with what makes it
 */
function stackRows(
  c: Context,
  parts: readonly Part[],
  breaks: readonly number[],
  enters: NodeId | null,
): Piece {
  const starts = [0, ...breaks]
  const entering = starts.map((start) => parts[start - 1]?.tensor ?? enters)
  const rows = starts.map((start, i) => {
    const tensor = entering[i]
    const own = parts.slice(start, starts[i + 1])
    if (tensor === null) return lineUp(c, own)
    const length = i === 0 ? overhang : lead
    return lineUp(c, [{ piece: plainEdge(c, tensor, length), kind: 'edge', tensor }, ...own])
  })
  const inset = enters === null ? 0 : overhang
  const lines: number[] = []
  let v = 0
  rows.forEach((row, i) => {
    if (i > 0) v += rows[i - 1].below + rowGap + row.above
    lines.push(v)
  })
  const last = rows.length - 1
  const length =
    Math.max(...rows.map((row, i) => row.reach + (i === 0 ? 0 : inset))) + (enters === null ? 0 : overhang)
  return {
    length,
    above: rows[0].above,
    below: lines[last] + rows[last].below,
    exit: lines[last] + rows[last].exit,
    draw(pen, u, v) {
      rows.forEach((row, i) => {
        const start = i === 0 ? u : u + inset
        row.draw(pen, start, v + lines[i])
        if (i === 0) return
        const tensor = entering[i]!
        const before = i === 1 ? u : u + inset
        const lane = v + lines[i] - row.above - rowGap / 2
        const end = before + rows[i - 1].length
        const level = v + lines[i - 1] + rows[i - 1].exit
        const far = before + rows[i - 1].reach + overhang
        pen.turn(
          [
            [end, level],
            // Around what hangs below the line and goes on beyond its end.
            [far, level],
            [far, lane],
            [start - overhang, lane],
            [start - overhang, v + lines[i]],
            [start, v + lines[i]],
          ],
          {
            id: `wrap ${tensor}`,
            kind: 'wrap',
            path: null,
            channels: channels(c.graph.node(tensor).shape),
            from: tensor,
            to: tensor,
          },
        )
      })
      // What comes next stands beside the last line, at the end of the longest.
      const at = u + inset + rows[last].length
      if (enters !== null && at < u + length)
        plainEdge(c, parts[parts.length - 1].tensor, u + length - at).draw(
          pen,
          at,
          v + lines[last] + rows[last].exit,
        )
    },
  }
}
