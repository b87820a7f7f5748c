/** The largest values with their places, best first; of equal ones the first. */
export function largest(
  values: Float32Array,
  count: number,
): readonly { readonly index: number; readonly value: number }[] {
  return Array.from(values, (value, index) => ({ index, value }))
    .sort((a, b) => b.value - a.value || a.index - b.index)
    .slice(0, count)
}

/** Whether values are positive and add to one. */
export function areProbabilities(values: Float32Array): boolean {
  let sum = 0
  for (const value of values) {
    if (!(value >= 0)) return false
    sum += value
  }
  return Math.abs(sum - 1) < 1e-3
}
