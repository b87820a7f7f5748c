import type { Graph } from '../../nn/graph'
import { wiringOf } from '../../nn/wiring'

/** The network as JSON: every node with its attributes, inputs, shape and the shapes of its weights; no values. */
export function writeJson(graph: Graph): string {
  const { id, title } = graph.architecture
  const { trainable: params, macs } = graph.totals
  return `${JSON.stringify({ id, title, params, macs, ...wiringOf(graph) }, null, 1)}\n`
}
