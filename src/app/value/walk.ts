import { asMap, type Shape } from '../../nn/shape'
import type { Unit } from '../../nn/unit'
import { isSpread } from './plane'

/** The order in which an output is filled: position by position, or unit by unit where there is one position. */
export interface Walk {
  readonly count: number
  /** Of a row. */
  readonly columns: number
  /** The value number `index`; of a map in the channel of `unit`. */
  at(index: number, unit: Unit): Unit
  indexOf(unit: Unit): number
}

export function walkOf(shape: Shape): Walk {
  const [height, width, depth] = asMap(shape)
  if (!isSpread(shape))
    return {
      count: depth,
      columns: depth,
      at: (index) => ({ row: 0, column: 0, channel: index }),
      indexOf: ({ channel }) => channel,
    }
  return {
    count: height * width,
    columns: width,
    at: (index, { channel }) => ({ row: Math.floor(index / width), column: index % width, channel }),
    indexOf: ({ row, column }) => row * width + column,
  }
}

/** The first steps are slow enough to be followed: so many, and so long each in milliseconds. */
const slow = { steps: 5, each: 400 }
/** The rest of the first row takes so long, and all the rest, in milliseconds. */
const restOfRow = 1600
const restOfAll = 9000

/** How many steps a window has gone after so many milliseconds: slowly at first, then row by row. */
export function stepsAfter(elapsed: number, { count, columns }: Pick<Walk, 'count' | 'columns'>): number {
  const first = Math.min(slow.steps, count)
  const toFirst = first * slow.each
  if (elapsed < toFirst) return Math.floor(elapsed / slow.each)
  const row = Math.min(count, Math.max(first, columns))
  // Few cells are no faster than those before them.
  const toRow = Math.min(restOfRow, (row - first) * slow.each)
  if (elapsed < toFirst + toRow) return first + Math.floor(((elapsed - toFirst) / toRow) * (row - first))
  const toAll = Math.min(restOfAll, (count - row) * slow.each)
  const part = toAll === 0 ? 1 : Math.min(1, (elapsed - toFirst - toRow) / toAll)
  return row + Math.floor(part * (count - row))
}

/** How far a key that is held moves the window: one position at first, then more and more. */
export function strideOfHeld(repeats: number): number {
  return 1 + Math.floor(repeats / 10)
}
