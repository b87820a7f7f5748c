import type { DiagramProps } from '../../diagram/Diagram'
import { veiled } from '../../diagram/veil'
import type { Graph } from '../../nn/graph'
import { hiddenNumbers } from '../../nn/hidden'

/** Hides the numbers of nodes and groups in a picture; undefined where nothing is hidden. */
export function veilOver(hidden: ReadonlySet<string>, graphs: readonly Graph[]): DiagramProps['veil'] {
  if (hidden.size === 0) return undefined
  const ids = new Set(
    graphs.flatMap((graph) =>
      [...hiddenNumbers(graph, hidden)].flatMap(([id, what]) => (what === 'all' ? [id] : [])),
    ),
  )
  return (scene) => veiled(scene, ids)
}
