/** A pair of places in two lists; one side is absent where an item has no partner. */
export interface Aligned<T> {
  readonly left?: T
  readonly right?: T
}

/**
 * Lays two lists beside each other without changing their order, so that the likenesses of the pairs add up to the
 * most. `likeness` is 0 where two items cannot be partners. Of equal sums, the one with the earliest pairs is taken.
 */
export function align<T>(
  left: readonly T[],
  right: readonly T[],
  likeness: (a: T, b: T) => number,
): readonly Aligned<T>[] {
  const width = right.length + 1
  // best[i, j]: the largest sum of what follows item i on the left and item j on the right.
  const best = new Float64Array((left.length + 1) * width)
  const like = new Float64Array(left.length * width)
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--) {
      const at = i * width + j
      like[at] = likeness(left[i], right[j])
      const apart = Math.max(best[at + width], best[at + 1])
      best[at] = like[at] > 0 ? Math.max(apart, like[at] + best[at + width + 1]) : apart
    }
  const pairs: Aligned<T>[] = []
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const at = i * width + j
    if (like[at] > 0 && best[at] === like[at] + best[at + width + 1]) {
      pairs.push({ left: left[i++], right: right[j++] })
    } else if (best[at] === best[at + width]) pairs.push({ left: left[i++] })
    else pairs.push({ right: right[j++] })
  }
  for (; i < left.length; i++) pairs.push({ left: left[i] })
  for (; j < right.length; j++) pairs.push({ right: right[j] })
  return pairs
}
