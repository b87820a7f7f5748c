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
    const [values, drawn, anew] = [this.#values, seededWeights(graph, seed), new Set(fresh)]
    return (id, name, column) => {
      const weight = graph.node(id).weights[name]
      const key = weightKey(id, name)
      const all = anew.has(key) ? undefined : values.get(key)
      if (!all || all.length !== size(weight)) return drawn(id, name, column)
      if (column === undefined) return all.slice()
      const { first, step, count } = placesOf(weight, column)
      return Float32Array.from({ length: count }, (_, i) => all[first + i * step])
    }
  }
}
