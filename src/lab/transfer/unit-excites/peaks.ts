import type { Graph } from '../../../nn/graph'
import { type Interval, intervalAt } from '../../../nn/receptive'
import { asMap, type Shape } from '../../../nn/shape'

/** The largest value of every channel of one image, and where on the map it is. */
export interface Peaks {
  readonly values: Float32Array
  readonly rows: Int32Array
  readonly columns: Int32Array
}

/** @param values of a map, position by position and channels innermost; of equal values the first counts */
export function peaksOf(values: Float32Array, shape: Shape): Peaks {
  const [height, width, channels] = asMap(shape)
  const peaks = {
    values: new Float32Array(channels).fill(-Infinity),
    rows: new Int32Array(channels),
    columns: new Int32Array(channels),
  }
  for (let row = 0, i = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      for (let c = 0; c < channels; c++, i++)
        if (values[i] > peaks.values[c]) {
          peaks.values[c] = values[i]
          peaks.rows[c] = row
          peaks.columns[c] = column
        }
  return peaks
}

/** An image that excites a channel. */
export interface Excited<T> {
  readonly image: T
  readonly value: number
  readonly row: number
  readonly column: number
}

/** The images that excite a channel most, the strongest first; those that leave it at zero are left out. */
export function strongest<T>(
  seen: readonly { readonly image: T; readonly peaks: Peaks }[],
  channel: number,
  most: number,
): readonly Excited<T>[] {
  return seen
    .map(({ image, peaks }) => ({
      image,
      value: peaks.values[channel],
      row: peaks.rows[channel],
      column: peaks.columns[channel],
    }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
}

/** Pixels that one value of a part sees, rows and columns; beyond the image lies padding. */
export function seenBy(
  graph: Graph,
  part: string,
  row: number,
  column: number,
): readonly [Interval, Interval] {
  const [down, across] = graph.group(part).receptiveField
  return [intervalAt(down, row), intervalAt(across, column)]
}

/** What is left of an interval on an image, so many pixels long: first pixel and length. */
export function onImage([first, last]: Interval, size: number): readonly [start: number, length: number] {
  const start = Math.max(0, first)
  return [start, Math.min(size - 1, last) - start + 1]
}
