/** What is left of a gradient after each layer, 1 before the first, if every layer multiplies it by `factor`. */
export function gradients(layers: number, factor: number): readonly number[] {
  return Array.from({ length: layers + 1 }, (_, i) => factor ** i)
}

/** The factor of a layer once it has a shortcut: f(x) has the derivative `factor`, x + f(x) has one more. */
export function withShortcut(factor: number): number {
  return 1 + factor
}

/** Decades that the drawing has at most, above one and below. */
const mostDecades = 16

/**
 * Ends of a logarithmic axis with 1 in its middle, wide enough for the sizes of all lines, and each size within it: a
 * size of nothing has no place there and stands at the end.
 */
export function drawnAs(lines: readonly (readonly number[])[]): {
  readonly domain: readonly [number, number]
  readonly sizes: readonly (readonly number[])[]
} {
  const decades = lines.flat().map((value) => Math.abs(Math.log10(Math.abs(value))))
  const ends = 10 ** Math.min(mostDecades, Math.max(1, Math.ceil(Math.max(...decades))))
  const within = (value: number) => Math.min(ends, Math.max(1 / ends, Math.abs(value)))
  return { domain: [1 / ends, ends], sizes: lines.map((line) => line.map(within)) }
}
