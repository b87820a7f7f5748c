import { positions } from '../../../nn/window'

/** How a pool treats a last, partly filled window. */
export type Rounding = 'floor' | 'ceil' | 'pad'

export const roundings: readonly (readonly [Rounding, string])[] = [
  ['floor', 'round down'],
  ['ceil', 'round up'],
  ['pad', 'pad by 1'],
]

/** Output width of a 3×3 pool with stride 2 on `size` pixels. */
export function pooled(size: number, rounding: Rounding): number {
  const pad = rounding === 'pad' ? 1 : 0
  return positions(size, { kernel: 3, stride: 2, dilation: 1, before: pad, after: pad }, rounding === 'ceil')
}

/** The widths of a map that meets such a pool again and again: [start, after one, after two, …]. */
export function chain(start: number, times: number, rounding: Rounding): readonly number[] {
  const sizes = [start]
  for (let i = 0; i < times; i++) sizes.push(pooled(sizes[i], rounding))
  return sizes
}

/** First and last pixel under each window; below 0 and from `size` on lies padding or nothing at all. */
export function windows(
  size: number,
  rounding: Rounding,
): readonly (readonly [first: number, last: number])[] {
  const start = rounding === 'pad' ? -1 : 0
  return Array.from({ length: pooled(size, rounding) }, (_, i) => [start + 2 * i, start + 2 * i + 2] as const)
}
