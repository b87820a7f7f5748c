import type { GraphNode, NodeId } from './graph'
import { opOf } from './ops'
import { extent } from './shape'
import { pair, span } from './window'

/**
 * What would make the paths of a branch meet: the first window on a path that does not keep height and width
 * though it moves by one pixel, with the padding that would.
 * @returns a clause such as `the 5×5 path has padding 1, it needs 2`, or undefined when padding is not the cause
 */
export function adviseJoin(
  nodes: ReadonlyMap<NodeId, GraphNode>,
  source: NodeId,
  ends: readonly NodeId[],
): string | undefined {
  for (const end of ends) {
    for (let id = end; id !== source; id = nodes.get(id)!.inputs[0]) {
      const node = nodes.get(id)!
      const window = opOf(node).window?.(node.inputShapes, node.attrs)
      if (!window || window.some((axis) => axis.stride !== 1)) continue
      const [before] = node.inputShapes.map(extent)
      if (before.join() === extent(node.shape).join()) continue
      const needed = (span(window[0]) - 1) / 2
      if (!Number.isInteger(needed)) continue
      const kernel = pair(window.map((axis) => axis.kernel) as [number, number]).join('×')
      return `the ${kernel} path has padding ${window[0].before}, it needs ${needed}`
    }
  }
  return undefined
}
