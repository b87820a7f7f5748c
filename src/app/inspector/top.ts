import type { GraphNode } from '../../nn/graph'
import type { Ranked } from '../../nn/ranked'

/** Whether values are positive and add to one. */
export function areProbabilities(values: Float32Array): boolean {
  let sum = 0
  for (const value of values) {
    if (!(value >= 0 && value <= 1 + 1e-3)) return false
    sum += value
  }
  return Math.abs(sum - 1) < 1e-3
}

/** Whether values are distances to codes that were designed by hand; the smallest one wins then. */
export function areDistances(values: Float32Array, node: GraphNode): boolean {
  return !areProbabilities(values) && Object.values(node.weights).some(({ role }) => role === 'fixed')
}

/** Less than this is shown as 0%. */
const visible = 0.0005

/** The probabilities that a reader can tell from zero, at least the first. */
export function worthShowing(top: readonly Ranked[]): readonly Ranked[] {
  return top.filter(({ value }, i) => i === 0 || value > visible)
}
