import type { Graph } from '../../nn/graph'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'

// Nothing is changed on the first screen.
const changes = loadable(() => import('./Changes').then((m) => m.Changes))

/** What was changed, fetched when something was. */
export function ChangesTool({ graph }: { readonly graph: Graph }) {
  return <Part name="The list of changes" of={changes} with={{ graph }} />
}
