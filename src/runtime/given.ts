import type { Graph, NodeId } from '../nn/graph'
import { size } from '../nn/totals'
import { weightKey } from './types'
import { placesOf, seededWeights, type WeightSource } from './weights'

/** The weights of one file, while they arrive and afterwards; those of the file before are let go of. */
export class Given {
  #id: string | undefined
  #isWhole = false
  #values = new Map<string, Float32Array>()

  /** Whether all weights of this file are here. */
  has(id: string): boolean {
    return this.#id === id && this.#isWhole
  }

  take(id: string, node: NodeId, weight: string, values: Float32Array): void {
    if (this.#id !== id || this.#isWhole) {
      this.#id = id
      this.#isWhole = false
      this.#values = new Map()
    }
    this.#values.set(weightKey(node, weight), values)
  }

  /** The last one has come. */
  close(id: string): void {
    if (this.#id === id) this.#isWhole = true
  }

  /** Of a graph; what was not given, or is `fresh` (see `RunRequest`), is drawn at random. */
  weightsOf(graph: Graph, seed: number, fresh: readonly string[] = []): WeightSource {
    const [drawn, find] = [seededWeights(graph, seed), this.#finderIn(graph, fresh)]
    return (id, name, column) => {
      const weight = graph.node(id).weights[name]
      const all = find(id, name)
      if (!all) return drawn(id, name, column)
      if (column === undefined) return all.slice()
      const { first, step, count } = placesOf(weight, column)
      return Float32Array.from({ length: count }, (_, i) => all[first + i * step])
    }
  }

  /** Whether a weight of a graph is drawn at random, so that it depends on the seed. */
  lacksSome(graph: Graph, fresh: readonly string[] = []): boolean {
    const find = this.#finderIn(graph, fresh)
    return graph.nodes.some(({ id, weights }) =>
      Object.entries(weights).some(
        ([name, { values, fill }]) => !values && fill === undefined && !find(id, name),
      ),
    )
  }

  /** Finds what was given for a weight; nothing where that has another size, or the weight is new. */
  #finderIn(graph: Graph, fresh: readonly string[]) {
    const [values, anew] = [this.#values, new Set(fresh)]
    return (id: NodeId, name: string): Float32Array | undefined => {
      const key = weightKey(id, name)
      const all = anew.has(key) ? undefined : values.get(key)
      return all?.length === size(graph.node(id).weights[name]) ? all : undefined
    }
  }
}
