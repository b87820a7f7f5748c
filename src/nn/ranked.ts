/** One output with its place. */
export interface Ranked {
  readonly index: number
  readonly value: number
}

/** The first values with their places, the largest or the smallest first; of equal ones the first. */
export function ranked(
  values: Float32Array,
  count: number,
  order: 'largest' | 'smallest' = 'largest',
): readonly Ranked[] {
  const sign = order === 'largest' ? 1 : -1
  return Array.from(values, (value, index) => ({ index, value }))
    .sort((a, b) => sign * (b.value - a.value) || a.index - b.index)
    .slice(0, count)
}
