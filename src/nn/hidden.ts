import type { Graph, GraphNode, GroupId, NodeId } from './graph'
import type { QuantityId } from './quantities'

/** What of a node waits for an answer: every number, or those that would tell the shape of what it reads. */
export type Hidden = 'all' | 'inputs'

export type HiddenNumbers = ReadonlyMap<NodeId | GroupId, Hidden>

/** Whether a layer's output has the shape of its one input written on it: it weighs no channel anew. */
function repeats({ inputs, weights }: GraphNode): boolean {
  return inputs.length === 1 && Object.values(weights).every(({ role }) => role !== 'weight')
}

/**
 * The numbers that wait while a question hides the nodes and groups of these names: theirs, those of the node that a group
 * ends in, of pools and activations that pass their channels on, and of layers that read them what their weights and work
 * would tell.
 */
export function hiddenNumbers(graph: Graph, names: Iterable<string>): HiddenNumbers {
  const found = new Map<NodeId | GroupId, Hidden>()
  for (const name of names) {
    const kind = graph.has(name)
    if (kind === undefined) continue
    found.set(name, 'all')
    if (kind === 'group') found.set(graph.group(name).output, 'all')
  }
  if (found.size === 0) return found
  for (const node of graph.nodes) {
    if (found.has(node.id) || !node.inputs.some((id) => found.get(id) === 'all')) continue
    found.set(node.id, repeats(node) ? 'all' : 'inputs')
  }
  for (const { id, output } of graph.groups) if (found.get(output) === 'all') found.set(id, 'all')
  return found
}

/** Whether one number of a node is hidden. */
export function isHidden(hidden: Hidden | undefined, number: 'output' | QuantityId): boolean {
  return hidden === 'all' || (hidden === 'inputs' && number !== 'output' && number !== 'field')
}
