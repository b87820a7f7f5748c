import type { Graph, GraphNode, NodeId } from '../nn/graph'
import type { Weight } from '../nn/op'
import { size } from '../nn/totals'
import { breathe } from './breathe'
import { fillNormal, hash } from './random'

/** Gives the values of one weight of a node, in the order of its shape; with `column` those whose last index it is. */
export type WeightSource = (node: NodeId, name: string, column?: number) => Float32Array

/** Which values of a weight are wanted: all, or every `step`-th from `first` on. */
export interface Places {
  readonly first: number
  readonly step: number
  readonly count: number
}

export function placesOf(weight: Weight, column?: number): Places {
  const [all, columns] = [size(weight), weight.shape[weight.shape.length - 1]]
  return column === undefined
    ? { first: 0, step: 1, count: all }
    : { first: column, step: columns, count: all / columns }
}

/** The wanted of the values that a weight has by design. */
export function designed(values: ArrayLike<number>, { first, step, count }: Places): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => values[first + i * step])
}

/**
 * Weights at initialisation: He normal (He et al. 2015a, "Delving deep into rectifiers"), biases 0, batch
 * normalization at the identity. A weight depends on the seed, its node's id and its name only, so the same seed
 * gives the same numbers on every backend and machine, and an edit elsewhere changes none of them.
 */
export function seededWeights(graph: Graph, seed: number): WeightSource {
  return (id, name, column) => initial(graph.node(id), name, seed, column)
}

/** Values that are drawn at once, at most: some milliseconds of work. */
const together = 2 ** 20

/** The same weights for a page that goes on meanwhile: a large one is drawn in turns. */
export function seededInTurns(
  graph: Graph,
  seed: number,
): (node: NodeId, name: string) => Promise<Float32Array> {
  const atOnce = seededWeights(graph, seed)
  return async (id, name) => {
    const weight = graph.node(id).weights[name]
    const count = weight ? size(weight) : 0
    if (count <= together || weight.values || weight.fill !== undefined) return atOnce(id, name)
    const values = new Float32Array(count)
    const stream = hash(`${id}.${name}`, seed)
    for (let first = 0; first < count; first += together) {
      fillNormal(values.subarray(first, first + together), spread(weight), stream, { first })
      await breathe()
    }
    return values
  }
}

const spread = ({ fanIn }: Weight) => Math.sqrt(2 / fanIn!)

function initial(node: GraphNode, name: string, seed: number, column?: number): Float32Array {
  const weight: Weight | undefined = node.weights[name]
  if (!weight) throw new Error(`${node.id} has no weight "${name}"`)
  const places = placesOf(weight, column)
  if (weight.values) return designed(weight.values, places)
  const values = new Float32Array(places.count)
  if (weight.fill !== undefined) return weight.fill === 0 ? values : values.fill(weight.fill)
  return fillNormal(values, spread(weight), hash(`${node.id}.${name}`, seed), places)
}
