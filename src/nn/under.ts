import type { GraphNode } from './graph'
import { opOf } from './ops'
import { asMap, extent } from './shape'
import { tap, type Unit, unitAt } from './unit'

/** Rows and columns of an input that one output value reads; what lies outside of the map is padding. */
export interface Under {
  readonly rows: readonly number[]
  readonly columns: readonly number[]
}

/** Where the window of an output value lies on an input, as the op describes it: `window`, `bins`, `unrolls`. */
export function under(node: GraphNode, input: number, unit: Unit): Under {
  const op = opOf(node)
  const shape = node.inputShapes[input]
  if (op.unrolls) {
    const { row, column } = unitAt(shape, unit.channel)
    return { rows: [row], columns: [column] }
  }
  const bins = op.bins?.(node.inputShapes, node.attrs)
  const window = op.window?.(node.inputShapes, node.attrs)
  const along = (axis: 0 | 1) => {
    const at = axis === 0 ? unit.row : unit.column
    if (bins) {
      const [from, to] = bins[axis][at]
      return Array.from({ length: to - from }, (_, i) => from + i)
    }
    if (window) return Array.from({ length: window[axis].kernel }, (_, i) => tap(window[axis], at, i))
    // A single value meets all places of the others.
    return [Math.min(at, extent(shape)[axis] - 1)]
  }
  return { rows: along(0), columns: along(1) }
}

/**
 * The output position whose window lies nearest to a place of the first input. The channel stays, except where the
 * input is unrolled.
 */
export function positionNear(node: GraphNode, row: number, column: number, unit: Unit): Unit {
  const [height, width, depth] = asMap(node.shape)
  if (opOf(node).unrolls) {
    const [rows, columns, channels] = asMap(node.inputShapes[0])
    const place = within(row, rows) * columns + within(column, columns)
    return { row: 0, column: 0, channel: within(place * channels + (unit.channel % channels), depth) }
  }
  const nearest = (count: number, to: number, axis: 'rows' | 'columns') => {
    const middle = (at: number) => {
      const all = under(node, 0, { ...unit, row: 0, column: 0, [axis === 'rows' ? 'row' : 'column']: at })[
        axis
      ]
      return (all[0] + all[all.length - 1]) / 2
    }
    // The middles go up with the positions.
    let [low, high] = [0, count - 1]
    while (high - low > 1) {
      const half = (low + high) >> 1
      if (middle(half) <= to) low = half
      else high = half
    }
    return Math.abs(middle(high) - to) < Math.abs(middle(low) - to) ? high : low
  }
  return { ...unit, row: nearest(height, row, 'rows'), column: nearest(width, column, 'columns') }
}

function within(index: number, size: number): number {
  return Math.max(0, Math.min(size - 1, Math.floor(index)))
}

/** First row and column that any window reaches, and the ones after the last; at least the whole map. */
export function reachOf(
  node: GraphNode,
  input: number,
): { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number } {
  const [height, width] = extent(node.inputShapes[input])
  const op = opOf(node)
  const own = { top: 0, bottom: height, left: 0, right: width }
  if (op.unrolls || op.bins || !op.window) return own
  const [rows, columns] = extent(node.shape)
  const first = under(node, input, { row: 0, column: 0, channel: 0 })
  const last = under(node, input, { row: rows - 1, column: columns - 1, channel: 0 })
  return {
    top: Math.min(0, first.rows[0]),
    bottom: Math.max(height, last.rows[last.rows.length - 1] + 1),
    left: Math.min(0, first.columns[0]),
    right: Math.max(width, last.columns[last.columns.length - 1] + 1),
  }
}
