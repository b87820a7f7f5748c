/** Batches of which a loss is the mean in curves and tables: one alone jumps. */
export const window = 10

/** At each step the mean of the last `window` values, or of as many as there are. */
export function smoothed(values: readonly number[]): readonly number[] {
  let sum = 0
  return values.map((value, i) => {
    sum += value - (i >= window ? values[i - window] : 0)
    return sum / Math.min(window, i + 1)
  })
}

/** The first and the last of the smoothed values; undefined before the first. */
export function lastOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : smoothed(values.filter(Number.isFinite)).at(-1)
}
