import type { DiagramProps } from '../../diagram/Diagram'
import { veiled } from '../../diagram/veil'
import type { Graph } from '../../nn/graph'

/** Hides the numbers of nodes and groups in a picture; undefined where nothing is hidden. */
export function veilOver(hidden: ReadonlySet<string>, graphs: readonly Graph[]): DiagramProps['veil'] {
  if (hidden.size === 0) return undefined
  // A group is known by the node that it ends in, too.
  const ends = [...hidden].flatMap((id) =>
    graphs.flatMap((graph) => (graph.has(id) === 'group' ? [graph.group(id).output] : [])),
  )
  const ids = new Set([...hidden, ...ends])
  return (scene) => veiled(scene, ids)
}
