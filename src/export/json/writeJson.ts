import type { Graph } from '../../nn/graph'
import { whyBroken } from '../../nn/misfit'
import { wiringOf } from '../../nn/wiring'

/**
 * The network as JSON: every node with its attributes, inputs, shape and the shapes of its weights; no values.
 * Throws where the network does not fit together: what does not fit has no weights to write down.
 */
export function writeJson(graph: Graph): string {
  const why = whyBroken(graph)
  if (why !== undefined) throw new Error(why)
  const { id, title } = graph.architecture
  const { trainable: params, macs } = graph.totals
  return `${JSON.stringify({ id, title, params, macs, ...wiringOf(graph) }, null, 1)}\n`
}
