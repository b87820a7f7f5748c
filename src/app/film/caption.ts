import { ruleOf } from '../../nn/explained'
import type { GraphNode } from '../../nn/graph'
import { type AxisOrder, formatShape } from '../../nn/shape'

/** What a step does, in a line: the sum where paths meet, else what was computed and what it gave. */
export function caption(nodes: readonly GraphNode[], order: AxisOrder): string {
  const join = nodes.find((node) => node.family === 'merge')
  if (join) return `${join.id}: ${ruleOf(join).join('; ')}`
  const [first] = nodes
  const labels = [...new Set(nodes.map((node) => node.label))]
  return nodes.length === 1
    ? `${first.id}: ${first.label}, ${formatShape(first.shape, order)}`
    : `${nodes.length} paths side by side: ${labels.join(', ')}`
}
