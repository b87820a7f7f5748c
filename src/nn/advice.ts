import type { GraphNode, NodeId } from './graph'
import { opOf } from './ops'
import { extent } from './shape'
import { pair, span } from './window'

/**
 * What would make the paths of a branch meet: on each path the first window that does not keep height and width
 * though it moves by one pixel, with the padding that would.
 * @returns clauses such as `the 5×5 path has padding 1 but needs 2; the 3×3 pool has padding 0 but needs 1`, or undefined
 *   when padding is not the cause
 */
export function adviseJoin(
  nodes: ReadonlyMap<NodeId, GraphNode>,
  source: NodeId,
  ends: readonly NodeId[],
): string | undefined {
  const clauses = ends.flatMap((end) => adviseOn(nodes, source, end) ?? [])
  return clauses.length > 0 ? clauses.join('; ') : undefined
}

function adviseOn(nodes: ReadonlyMap<NodeId, GraphNode>, source: NodeId, end: NodeId): string | undefined {
  for (let id = end; id !== source; id = nodes.get(id)!.inputs[0]) {
    const node = nodes.get(id)!
    const window = opOf(node).window?.(node.inputShapes, node.attrs)
    if (!window || window.some((axis) => axis.stride !== 1)) continue
    const [before] = node.inputShapes.map(extent)
    if (before.join() === extent(node.shape).join()) continue
    const needed = (span(window[0]) - 1) / 2
    if (!Number.isInteger(needed)) continue
    const kernel = pair(window.map((axis) => axis.kernel) as [number, number]).join('×')
    const what = node.family === 'pooling' ? 'pool' : 'path'
    return `the ${kernel} ${what} has padding ${window[0].before} but needs ${needed}`
  }
  return undefined
}
