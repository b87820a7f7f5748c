import type { Reach, ReceptiveField } from './graph'
import type { AxisWindow, Window } from './window'
import { span } from './window'

/** An input pixel sees itself. */
export const pixel: ReceptiveField = [
  { size: 1, stride: 1, start: 0 },
  { size: 1, stride: 1, start: 0 },
]

/** The recurrence r ← r + (k − 1)·j, j ← j·s, with the start moved by the padding. */
export function throughWindow(field: ReceptiveField, window: Window): ReceptiveField {
  return [throughAxis(field[0], window[0]), throughAxis(field[1], window[1])]
}

function throughAxis(reach: Reach, axis: AxisWindow): Reach {
  return {
    size: reach.size + (span(axis) - 1) * reach.stride,
    stride: reach.stride * axis.stride,
    start: reach.start - axis.before * reach.stride,
  }
}

/**
 * Where paths meet, an output sees what any of them sees: the smallest interval that holds all of theirs
 * (Araujo, Norris, Sim 2019, "Computing receptive fields of convolutional neural networks").
 */
export function union(fields: readonly ReceptiveField[]): ReceptiveField {
  const along = (axis: 0 | 1): Reach => {
    const reaches = fields.map((field) => field[axis])
    const start = Math.min(...reaches.map((reach) => reach.start))
    const end = Math.max(...reaches.map((reach) => reach.start + reach.size))
    return { size: end - start, stride: Math.max(...reaches.map((reach) => reach.stride)), start }
  }
  return [along(0), along(1)]
}

/** Centre of the field of output `index` along one axis, in pixels of the input. */
export function centre(reach: Reach, index = 0): number {
  return reach.start + index * reach.stride + (reach.size - 1) / 2
}

/**
 * The rows or columns that output `index` sees of an image with `length` of them: from the first to just before the
 * second. Padding is left out.
 */
export function seenOf(reach: Reach, index: number, length: number): readonly [from: number, to: number] {
  const start = reach.start + index * reach.stride
  const onImage = (at: number) => Math.max(0, Math.min(length, at))
  return [onImage(start), onImage(start + reach.size)]
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

/** What output `index` sees along one axis of an image of `size` pixels: start + jump · index, and on. */
export function sightOf(reach: Reach, index: number, size: number): Sight {
  const first = reach.start + index * reach.stride
  const [from, to] = seenOf(reach, index, size)
  return {
    first,
    last: first + reach.size - 1,
    inside: to > from ? { first: from, last: to - 1 } : null,
    beyond: reach.size - (to - from),
  }
}
