/** Probabilities from scores: e^z divided by the sum of all of them. */
export function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}

/** The place of a class when the most probable comes first: 1, 2, … */
export function rankOf(scores: readonly number[], index: number): number {
  return (
    1 + scores.filter((score, i) => score > scores[index] || (score === scores[index] && i < index)).length
  )
}
