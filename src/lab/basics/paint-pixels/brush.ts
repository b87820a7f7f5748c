/** Positions of a map that were painted, row by row. */
export type Mask = Uint8Array

/** Paints a square around (row, column), cut at the edges; returns how many positions are new. */
export function paint(mask: Mask, width: number, row: number, column: number, brush: number): number {
  const height = mask.length / width
  const reach = Math.floor(brush / 2)
  let fresh = 0
  for (let r = Math.max(0, row - reach); r <= Math.min(height - 1, row + reach); r++)
    for (let c = Math.max(0, column - reach); c <= Math.min(width - 1, column + reach); c++) {
      fresh += 1 - mask[r * width + c]
      mask[r * width + c] = 1
    }
  return fresh
}

/** Points from one place to another, at most one position apart, so that a quick stroke has no gaps. */
export function stroke(
  from: readonly [row: number, column: number],
  to: readonly [row: number, column: number],
): readonly (readonly [number, number])[] {
  const steps = Math.max(1, Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]))
  return Array.from({ length: steps + 1 }, (_, i) => [
    Math.round(from[0] + ((to[0] - from[0]) * i) / steps),
    Math.round(from[1] + ((to[1] - from[1]) * i) / steps),
  ])
}
