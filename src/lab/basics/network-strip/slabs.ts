import type { Graph } from '../../../nn/graph'
import { channels, extent } from '../../../nn/shape'
import { stagesOf } from '../../../nn/summary'

/** The output of a stage, seen from the side. */
interface Slab {
  readonly id: string
  /** Rows of the map; 1 for a vector. */
  readonly height: number
  readonly channels: number
}

/** The stages of a network in order, those beside its main path left out. */
export function slabsOf(graph: Graph): readonly Slab[] {
  const beside = graph.outputs.slice(1)
  return stagesOf(graph)
    .filter(({ id }) => !beside.some((end) => end === id || end.startsWith(`${id}/`)))
    .map(({ id, shape }) => ({ id, height: extent(shape)[0], channels: channels(shape) }))
}
