import type { Graph } from './graph'
import type { Architecture, Spec } from './spec'

/** The description that makes this graph by itself: what was changed of single layers stands in it. */
export function asBuilt({ architecture, nodes }: Graph): Architecture {
  // Nodes stand in the order in which they are written, behind the input; a join comes after its paths.
  let at = 1
  const written = (spec: Spec): Spec => {
    switch (spec.kind) {
      case 'op':
        return { ...spec, attrs: nodes[at++].attrs }
      case 'seq':
        return { ...spec, items: spec.items.map(written) }
      case 'branch': {
        const paths = spec.paths.map(written)
        at++
        return { ...spec, paths }
      }
      case 'group':
      case 'side':
        return { ...spec, body: written(spec.body) }
    }
  }
  return { ...architecture, body: written(architecture.body) }
}
