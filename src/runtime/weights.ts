import type { Graph, GraphNode, NodeId } from '../nn/graph'
import type { Weight } from '../nn/op'
import { size } from '../nn/totals'
import { fillNormal, hash } from './random'

/** Gives the values of one weight of a node, in the order of its shape. */
export type WeightSource = (node: NodeId, name: string) => Float32Array

/**
 * Weights at initialisation: He normal (He et al. 2015, "Delving deep into rectifiers"), biases 0, batch
 * normalization at the identity. A weight depends on the seed, its node's id and its name only, so the same seed
 * gives the same numbers on every backend and machine, and an edit elsewhere changes none of them.
 */
export function seededWeights(graph: Graph, seed: number): WeightSource {
  return (id, name) => initial(graph.node(id), name, seed)
}

function initial(node: GraphNode, name: string, seed: number): Float32Array {
  const weight: Weight | undefined = node.weights[name]
  if (!weight) throw new Error(`${node.id} has no weight "${name}"`)
  if (weight.values) return Float32Array.from(weight.values)
  const values = new Float32Array(size(weight))
  if (weight.fill !== undefined) return weight.fill === 0 ? values : values.fill(weight.fill)
  return fillNormal(values, Math.sqrt(2 / weight.fanIn!), hash(`${node.id}.${name}`, seed))
}
