import type { Reach, ReceptiveField } from './graph'
import type { Bins } from './op'
import type { AxisWindow } from './window'
import { span } from './window'

/** An input pixel sees itself. */
export const pixel: ReceptiveField = [
  { size: 1, stride: 1, start: 0 },
  { size: 1, stride: 1, start: 0 },
]

/** First and last pixel along one axis. */
export type Interval = readonly [first: number, last: number]

/**
 * What output `index` sees. Padding around the map continues it by equal steps (Araujo, Norris, Sim 2019, "Computing
 * receptive fields of convolutional neural networks").
 */
export function intervalAt(reach: Reach, index: number): Interval {
  const known = reach.each ? Math.max(0, Math.min(reach.each.length - 1, index)) : 0
  const [first, last] = reach.each?.[known] ?? [reach.start, reach.start + reach.size - 1]
  const moved = (index - known) * reach.stride
  // Outputs of an upsampled map lie less than a pixel apart.
  return [Math.floor(first + moved), Math.ceil(last + moved)]
}

/** The same as a start and a step where outputs see equally much, equally far apart. */
function reachOf(each: readonly Interval[], stride: number): Reach {
  const [[start, last]] = each
  const isEven = each.every(([from, to], i) => from === start + i * stride && to - from === last - start)
  const size = Math.max(...each.map(([from, to]) => to - from + 1))
  return isEven ? { size, stride, start } : { size, stride, start, each }
}

/** `count` outputs, each of which sees all between the first of the one output and the last of the other. */
function gathered(reach: Reach, stride: number, ends: readonly Interval[]): Reach {
  return reachOf(
    ends.map(([from, to]) => [intervalAt(reach, from)[0], intervalAt(reach, to)[1]] as const),
    stride,
  )
}

/**
 * The recurrence r ← r + (k − 1)·j, j ← j·s, with the start moved by the padding.
 * @param count outputs along the axis
 */
export function throughAxis(reach: Reach, axis: AxisWindow, count: number): Reach {
  const stride = reach.stride * axis.stride
  if (!reach.each)
    return {
      size: reach.size + (span(axis) - 1) * reach.stride,
      stride,
      start: reach.start - axis.before * reach.stride,
    }
  const ends = Array.from({ length: count }, (_, i): Interval => {
    const from = i * axis.stride - axis.before
    return [from, from + span(axis) - 1]
  })
  return gathered(reach, stride, ends)
}

/**
 * What bins see, which need not be equally large.
 * @param step rows of the input from one bin to the next, as far as they lie evenly; a map that becomes larger has
 * several outputs for each row that they read
 */
export function throughBins(
  reach: Reach,
  bins: Bins,
  step = 1 / Math.round(bins.length / bins[bins.length - 1][1]),
): Reach {
  const stride = reach.stride * step
  return gathered(
    reach,
    stride,
    bins.map(([from, to]) => [from, to - 1] as const),
  )
}

/**
 * Where paths meet, an output sees what any of them sees: the smallest interval that holds all of theirs.
 * @param count outputs along the axis
 */
export function union(reaches: readonly Reach[], count: number): Reach {
  const [one, ...others] = reaches
  if (others.every((other) => other === one)) return one
  const stride = Math.max(...reaches.map((reach) => reach.stride))
  if (reaches.every((reach) => !reach.each && reach.stride === stride)) {
    const start = Math.min(...reaches.map((reach) => reach.start))
    const end = Math.max(...reaches.map((reach) => reach.start + reach.size))
    return { size: end - start, stride, start }
  }
  const each = Array.from({ length: count }, (_, i): Interval => {
    const all = reaches.map((reach) => intervalAt(reach, i))
    return [Math.min(...all.map(([first]) => first)), Math.max(...all.map(([, last]) => last))]
  })
  return reachOf(each, stride)
}

/** Along each axis the field that is largest. */
export function largest(fields: readonly ReceptiveField[]): ReceptiveField {
  const along = (axis: 0 | 1) =>
    fields
      .map((field) => field[axis])
      .reduce((most, reach) => (reach.size > most.size ? reach : most), fields[0][axis])
  return fields.length === 0 ? pixel : [along(0), along(1)]
}

/** Centre of the field of output `index` along one axis, in pixels of the input. */
export function centre(reach: Reach, index = 0): number {
  const [first, last] = intervalAt(reach, index)
  return (first + last) / 2
}

/**
 * The rows or columns that output `index` sees of an image with `length` of them: from the first to just before the
 * second. Padding is left out.
 */
export function seenOf(reach: Reach, index: number, length: number): readonly [from: number, to: number] {
  const [first, last] = intervalAt(reach, index)
  const onImage = (at: number) => Math.max(0, Math.min(length, at))
  return [onImage(first), onImage(last + 1)]
}

/** Pixels of the input along one axis, the last one included; below 0 and past the end lies padding. */
export interface Sight {
  readonly first: number
  readonly last: number
  /** The part that is on the image; null where the whole field lies beside it. */
  readonly inside: { readonly first: number; readonly last: number } | null
  /** Rows or columns of padding that it sees. */
  readonly beyond: number
}

/** What output `index` sees along one axis of an image of `size` pixels. */
export function sightOf(reach: Reach, index: number, size: number): Sight {
  const [first, last] = intervalAt(reach, index)
  const [from, to] = seenOf(reach, index, size)
  return {
    first,
    last,
    inside: to > from ? { first: from, last: to - 1 } : null,
    beyond: last - first + 1 - (to - from),
  }
}
