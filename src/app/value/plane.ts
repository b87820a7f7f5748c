import type { Maps } from '../../featuremaps/maps'
import { asMap, type Shape } from '../../nn/shape'
import { readable, type Unit } from '../../nn/unit'

/** One channel of a map, or a vector broken into lines, as cells that are drawn and pointed at. */
export interface Plane {
  /** Rows and columns of cells, as a map of one channel. */
  readonly maps: Maps
  /** Cells that hold a value: the last line of a vector may be shorter. */
  readonly count: number
  unitAt(row: number, column: number): Unit | null
  cellOf(unit: Unit): { readonly row: number; readonly column: number }
}

/** The values of a node: of one channel where it is a map, all where it is a vector. */
export function planeOf(shape: Shape, values: Float32Array, channel: number): Plane {
  const [height, width, depth] = asMap(shape)
  if (isSpread(shape)) {
    const of = readable(shape, values)
    const one = new Float32Array(height * width)
    for (let i = 0; i < one.length; i++)
      one[i] = of.at({ row: Math.floor(i / width), column: i % width, channel })
    return {
      maps: { values: one, height, width, channels: 1 },
      count: one.length,
      unitAt: (row, column) =>
        row >= 0 && row < height && column >= 0 && column < width ? { row, column, channel } : null,
      cellOf: ({ row, column }) => ({ row, column }),
    }
  }
  const columns = lineOf(depth)
  const rows = Math.ceil(depth / columns)
  const lines = new Float32Array(rows * columns)
  lines.set(values.subarray(0, depth))
  return {
    maps: { values: lines, height: rows, width: columns, channels: 1 },
    count: depth,
    unitAt(row, column) {
      const index = row * columns + column
      const isIn = row >= 0 && column >= 0 && column < columns && index < depth
      return isIn ? { row: 0, column: 0, channel: index } : null
    },
    cellOf: ({ channel: unit }) => ({ row: Math.floor(unit / columns), column: unit % columns }),
  }
}

/** Whether there is more than one position, so that a channel is a picture. */
export function isSpread(shape: Shape): boolean {
  const [height, width] = asMap(shape)
  return height * width > 1
}

/** Values in a line of a vector: about as many as there are lines, and five of ten. */
function lineOf(count: number): number {
  return Math.min(count, Math.max(5, Math.ceil(Math.sqrt(count))))
}
