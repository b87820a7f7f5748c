import { stops } from '../../nn/computable'
import type { Graph } from '../../nn/graph'

/** Where a run of a network stops, as the end of a sentence, and why; undefined where it goes through. */
export function stopOf(graph: Graph): { readonly where: string; readonly why: string } | undefined {
  const [first, ...others] = stops(graph)
  if (!first) return undefined
  const more = others.length === 1 ? ' and one other layer' : ` and ${others.length} other layers`
  return {
    where: `stops at ${first.node}${others.length > 0 ? more : ''}`,
    why: first.message,
  }
}
