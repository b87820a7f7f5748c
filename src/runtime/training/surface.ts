import { add, dispose, mul, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core'
import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import { fillNormal, hash } from '../random'
import type { WeightValues } from './descent'
import type { Place } from './grid'
import { type Held, read } from './held'
import { normalizedAsStored, statisticsOf } from './normalization'

/** What a network makes of a batch. */
export interface Verdict {
  /** Mean cross-entropy, in nats. */
  readonly loss: number
  /** Share of the images whose class is not the likeliest, 0 to 1. */
  readonly error: number
}

/** The statistics that normalize: those that were stored while it learned, or those of the batch at each point. */
export type Statistics = 'stored' | 'batch'

/**
 * A random direction whose every filter is as long as the filter of the weights (Li et al. 2017, section 4): the
 * kernel of one output channel of a convolution, or one column of a fully connected layer. Biases, γ, β and running
 * statistics stay as they are, as in the authors' program, so they are left out.
 */
export function directionOf(graph: Graph, weights: WeightValues, seed: number): WeightValues {
  const direction: Record<string, Float32Array> = {}
  for (const node of graph.nodes)
    for (const [name, { role, shape }] of Object.entries(node.weights)) {
      if (role !== 'weight') continue
      const key = `${node.id}.${name}`
      const own = weights[key]
      const values = fillNormal(new Float32Array(own.length), 1, hash(`direction ${key}`, seed))
      const filters = shape[shape.length - 1]
      for (let filter = 0; filter < filters; filter++) {
        const size = lengthOf(own, filter, filters) / lengthOf(values, filter, filters)
        for (let i = filter; i < values.length; i += filters) values[i] *= size
      }
      direction[key] = values
    }
  return direction
}

/** Euclidean length of one filter, whose numbers stand `filters` apart. */
export function lengthOf(values: Float32Array, filter: number, filters: number): number {
  let sum = 0
  for (let i = filter; i < values.length; i += filters) sum += values[i] ** 2
  return Math.sqrt(sum)
}

/** The weights after so many steps along each of two directions. */
export function moved(
  weights: WeightValues,
  directions: readonly [WeightValues, WeightValues],
  place: Place,
): WeightValues {
  return Object.fromEntries(
    Object.entries(weights).map(([key, own]) => [
      key,
      own.map((value, i) =>
        directions.reduce((sum, each, k) => sum + place[k] * (each[key]?.[i] ?? 0), value),
      ),
    ]),
  )
}

/**
 * Mean cross-entropy and error of scores, in double precision.
 * @param scores [batch, classes] row by row, before a softmax
 */
export function verdictOf(scores: Float32Array, labels: readonly number[]): Verdict {
  const classes = scores.length / labels.length
  let [sum, wrong] = [0, 0]
  labels.forEach((label, i) => {
    const row = scores.subarray(i * classes, (i + 1) * classes)
    const top = row.reduce((a, b) => Math.max(a, b), -Infinity)
    sum += top - row[label] + Math.log(row.reduce((all, score) => all + Math.exp(score - top), 0))
    if (!(row[label] >= top)) wrong++
  })
  return { loss: sum / labels.length, error: wrong / labels.length }
}

/** Two directions around the weights of a network, on the device until `dispose`. */
export class Slice {
  readonly #net: Held
  readonly #along: ReadonlyMap<string, readonly Tensor[]>

  constructor(net: Held, directions: readonly [WeightValues, WeightValues]) {
    this.#net = net
    this.#along = new Map(
      net.graph.nodes.flatMap((node) =>
        Object.entries(node.weights).flatMap(([name, { shape }]) => {
          const key = `${node.id}.${name}`
          return directions[0][key]
            ? [[key, directions.map((each) => tensor(each[key], [...shape]))] as const]
            : []
        }),
      ),
    )
  }

  /**
   * What the network would make of a batch with its weights moved; they stay where they are.
   * @param images [batch, height, width, channels]
   */
  async at(images: Tensor, labels: readonly number[], place: Place, by: Statistics): Promise<Verdict> {
    const scores = tidy(() => {
      const weightsOf = (id: NodeId) => this.#moved(id, place)
      return this.#net.scores(images, { normalize: (node, x) => this.#normalized(node, x, by), weightsOf })
    })
    try {
      return verdictOf(await read(scores), labels)
    } finally {
      scores.dispose()
    }
  }

  #moved(id: NodeId, place: Place): Readonly<Record<string, Tensor>> {
    return Object.fromEntries(
      Object.entries(this.#net.of(id)).map(([name, own]) => {
        const along = this.#along.get(`${id}.${name}`) ?? []
        return [name, along.reduce<Tensor>((sum, each, k) => add(sum, mul(each, place[k])), own)]
      }),
    )
  }

  #normalized(node: GraphNode, x: Tensor, by: Statistics): Tensor {
    const own = this.#net.of(node.id)
    const used = by === 'batch' ? { ...own, ...statisticsOf(x) } : own
    return normalizedAsStored(x, used, node.attrs as { epsilon: number })
  }

  dispose(): void {
    for (const along of this.#along.values()) dispose([...along])
  }
}
