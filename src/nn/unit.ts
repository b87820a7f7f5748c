import { asMap, type Shape } from './shape'
import type { AxisWindow, Window } from './window'

/** One value of a node's output, counted from 0; a vector is one position with its units as channels. */
export interface Unit {
  readonly row: number
  readonly column: number
  readonly channel: number
}

/** An input of a node, read value by value. */
export interface Readable {
  readonly shape: Shape
  at(unit: Unit): number
}

/** A weight read value by value, in the order of its shape. */
export type WeightAt = (index: number) => number

/** One value under the window, and what it gives. */
export interface Cell {
  /** Where the value stands in its input; null in the padding, where nothing stands. */
  readonly unit: Unit | null
  /** 0 in the padding. */
  readonly value: number
  /** Absent where nothing is multiplied. */
  readonly weight?: number
  /** What goes into the operation: value × weight, or what `Arithmetic.each` says. */
  readonly term: number
  /** The one that a maximum keeps. */
  readonly wins?: true
}

/** What one channel of one input gives: `rows` × `columns` cells, row by row. */
export interface Patch {
  /** Which of the node's inputs. */
  readonly input: number
  readonly channel: number
  readonly rows: number
  readonly columns: number
  readonly cells: readonly Cell[]
  /** Sum of the terms; for a maximum the largest, for a product the product. */
  readonly subtotal: number
}

/** A letter of a formula and the number that it stands for. */
export interface Letter {
  readonly symbol: string
  readonly meaning: string
  readonly value: number
}

/** `copy`: the output is one value of the input; `formula`: the terms' sum, or one value, goes through a formula. */
export type Operation = 'sum' | 'mean' | 'largest' | 'product' | 'copy' | 'formula'

/** How one output value follows from the inputs and the weights; what a reader could do with pencil and paper. */
export interface Arithmetic {
  readonly operation: Operation
  readonly patches: readonly Patch[]
  /** Added to a sum. */
  readonly bias?: number
  /** How many values a mean divides by. */
  readonly divisor?: number
  /** What each value becomes before it is summed, in letters, where it is not value × weight: `x²`. */
  readonly each?: string
  /** The formula in letters, and what they stand for. */
  readonly formula?: string
  readonly letters?: readonly Letter[]
  readonly result: number
}

/** A cell that holds a value of the input. */
export function cellAt(x: Readable, unit: Unit, weight?: number): Cell {
  const value = x.at(unit)
  return weight === undefined ? { unit, value, term: value } : { unit, value, weight, term: value * weight }
}

/** A single value of an input as a patch. */
export function single(input: number, cell: Cell, channel = cell.unit?.channel ?? 0): Patch {
  return { input, channel, rows: 1, columns: 1, cells: [cell], subtotal: cell.term }
}

/**
 * What the window sees of one channel for output position (row, column).
 * @param weightOf the weight of each tap; without it values go in as they are
 */
export function patchUnder(
  x: Readable,
  [vertical, horizontal]: Window,
  at: Unit,
  channel: number,
  weightOf?: (tapRow: number, tapColumn: number) => number,
): Patch {
  const [height, width] = [x.shape[0], x.shape[1] ?? 1]
  const cells: Cell[] = []
  let subtotal = 0
  for (let i = 0; i < vertical.kernel; i++)
    for (let j = 0; j < horizontal.kernel; j++) {
      const row = tap(vertical, at.row, i)
      const column = tap(horizontal, at.column, j)
      const weight = weightOf?.(i, j)
      const isInside = row >= 0 && row < height && column >= 0 && column < width
      const cell = isInside
        ? cellAt(x, { row, column, channel }, weight)
        : { unit: null, value: 0, ...(weight !== undefined && { weight }), term: 0 }
      cells.push(cell)
      subtotal += cell.term
    }
  return { input: 0, channel, rows: vertical.kernel, columns: horizontal.kernel, cells, subtotal }
}

/** Which row or column of the input tap `index` of the window meets at output position `at`; outside is padding. */
export function tap(axis: AxisWindow, at: number, index: number): number {
  return at * axis.stride - axis.before + index * axis.dilation
}

/** A sum over patches, with its bias. */
export function summed(patches: readonly Patch[], bias?: number): Arithmetic {
  const total = patches.reduce((sum, { subtotal }) => sum + subtotal, 0)
  return { operation: 'sum', patches, ...(bias !== undefined && { bias }), result: total + (bias ?? 0) }
}

/** The largest value of a patch; padding takes no part. */
export function largest(patch: Patch): Arithmetic {
  let best = -1
  patch.cells.forEach((cell, i) => {
    if (cell.unit && (best < 0 || cell.value > patch.cells[best].value)) best = i
  })
  const result = patch.cells[best]?.value ?? -Infinity
  const cells = patch.cells.map((cell, i) => (i === best ? { ...cell, wins: true as const } : cell))
  return { operation: 'largest', patches: [{ ...patch, cells, subtotal: result }], result }
}

/** The mean of a patch over `divisor` values. */
export function mean(patch: Patch, divisor: number): Arithmetic {
  return { operation: 'mean', patches: [patch], divisor, result: patch.subtotal / divisor }
}

/** One value of an input, unchanged. */
export function copied(input: number, cell: Cell): Arithmetic {
  return { operation: 'copy', patches: [single(input, cell)], result: cell.value }
}

/** One value of the input put into a formula. */
export function applied(
  x: Readable,
  at: Unit,
  formula: string,
  letters: readonly Letter[],
  result: number,
): Arithmetic {
  const cell = cellAt(x, at)
  const named = { symbol: 'x', meaning: 'the value of the input', value: cell.value }
  return {
    operation: 'formula',
    patches: [single(0, cell)],
    formula,
    letters: [named, ...letters],
    result,
  }
}

/** Where value number `index` of an unrolled tensor stands: row by row, at each position channel by channel. */
export function unitAt(shape: Shape, index: number): Unit {
  const depth = shape.length === 3 ? shape[2] : shape[0]
  const width = shape.length === 3 ? shape[1] : 1
  const position = Math.floor(index / depth)
  return { row: Math.floor(position / width), column: position % width, channel: index % depth }
}

/** Values of a tensor in the order height, width, channel, to be read one by one. */
export function readable(shape: Shape, values: ArrayLike<number>): Readable {
  const [width, depth] = shape.length === 3 ? [shape[1], shape[2]] : [1, shape[0]]
  return { shape, at: ({ row, column, channel }) => values[(row * width + column) * depth + channel] }
}

/** Why a shape has no such value, as a sentence; undefined where it has. */
export function unitProblem(shape: Shape, { row, column, channel }: Unit): string | undefined {
  const [height, width, depth] = asMap(shape)
  const isIn = (index: number, size: number) => Number.isInteger(index) && index >= 0 && index < size
  if (isIn(row, height) && isIn(column, width) && isIn(channel, depth)) return undefined
  return shape.length === 3
    ? `its rows go from 0 to ${height - 1}, its columns from 0 to ${width - 1}, its channels from 0 to ${depth - 1}`
    : `its units go from 0 to ${depth - 1}`
}
