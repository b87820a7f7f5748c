import type { Graph, NodeId } from '../nn/graph'
import { size } from '../nn/totals'
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
    this.#values.set(`${node} ${weight}`, values)
  }

  /** The last one has come. */
  close(id: string): void {
    if (this.#id === id) this.#isWhole = true
  }

  /** Of a graph; what was not given, or not for this graph, is drawn at random. */
  weightsOf(graph: Graph, seed: number): WeightSource {
    const [values, drawn] = [this.#values, seededWeights(graph, seed)]
    return (id, name, column) => {
      const weight = graph.node(id).weights[name]
      const all = values.get(`${id} ${name}`)
      if (!all || all.length !== size(weight)) return drawn(id, name, column)
      if (column === undefined) return all.slice()
      const { first, step, count } = placesOf(weight, column)
      return Float32Array.from({ length: count }, (_, i) => all[first + i * step])
    }
  }
}
