import { dispose, type Tensor, tensor, tidy, type Variable, variable } from '@tensorflow/tfjs-core'
import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import type { WeightValues } from './descent'
import { normalizedAsStored } from './normalization'
import { trained } from './ops'

/** The weights of one layer by name. */
export type Weights = Readonly<Record<string, Tensor>>

/** How a pass goes through the network. */
export interface Pass {
  readonly normalize: (node: GraphNode, x: Tensor) => Tensor
  /** What goes on in place of a node's output. */
  readonly tap?: (node: GraphNode, y: Tensor) => Tensor
  /** Other weights than those that are held, layer by layer. */
  readonly weightsOf?: (id: NodeId) => Weights
  /** Whether nobody asks for a gradient by the images, so that none is computed. */
  readonly areGiven?: boolean
}

/** A network whose weights are on the device, running statistics among them. */
export class Held {
  readonly graph: Graph
  readonly #weights: ReadonlyMap<NodeId, Readonly<Record<string, Variable>>>
  /** The tensor that the loss reads: the scores before a closing softmax. */
  readonly #scores: NodeId

  constructor(graph: Graph, weights: ReadonlyMap<NodeId, Readonly<Record<string, Variable>>>) {
    this.graph = graph
    this.#weights = weights
    const last = graph.node(graph.outputs[0])
    this.#scores = last.family === 'output' ? last.inputs[0] : last.id
  }

  of(id: NodeId): Readonly<Record<string, Variable>> {
    return this.#weights.get(id)!
  }

  /** Whether a node has a kernel. */
  hasKernel = ({ id }: GraphNode): boolean => this.of(id).kernel !== undefined

  /** The scores of a batch, before the softmax: [batch, classes]. */
  scores(images: Tensor, pass: Pass): Tensor {
    return this.output(images, pass, this.#scores)
  }

  /** The output of one node for a batch; what comes after it is not computed. */
  output(
    images: Tensor,
    { normalize, tap = (_, y) => y, weightsOf = (id) => this.of(id), areGiven = false }: Pass,
    at: NodeId,
  ): Tensor {
    const values = new Map<NodeId, Tensor>([[this.graph.input, images]])
    for (const node of this.graph.nodes) {
      if (node.id === this.graph.input) continue
      const inputs = node.inputs.map((id) => values.get(id)!)
      const y = normalizes(node)
        ? normalize(node, inputs[0])
        : trained(node, inputs, weightsOf(node.id), {}, areGiven && node.inputs[0] === this.graph.input)
      values.set(node.id, tap(node, y))
      if (node.id === at) break
    }
    return values.get(at)!
  }

  /** Every weight as it is now. */
  async values(): Promise<WeightValues> {
    const values: Record<string, Float32Array> = {}
    for (const [id, own] of this.#weights)
      for (const [name, value] of Object.entries(own)) values[`${id}.${name}`] = await read(value)
    return values
  }

  /** Numbers of all weights together. */
  get size(): number {
    return this.#all.reduce((sum, { size }) => sum + size, 0)
  }

  /** Lays every weight into one array, in an order of its own. */
  writeTo(room: Float32Array): void {
    this.#all.reduce((at, weight) => (room.set(weight.dataSync(), at), at + weight.size), 0)
  }

  /** Takes every weight from what another of the same network wrote. */
  readFrom(room: Float32Array): void {
    this.#all.reduce((at, weight) => {
      const end = at + weight.size
      tidy(() => weight.assign(tensor(room.slice(at, end), weight.shape)))
      return end
    }, 0)
  }

  get #all(): readonly Variable[] {
    return [...this.#weights.values()].flatMap((own) => Object.values(own))
  }

  dispose(): void {
    for (const own of this.#weights.values()) dispose({ ...own })
  }
}

/** A pass as in use: normalized with the statistics that are stored. */
export const asStored = (net: Held): Pass => ({
  normalize: (node, x) => normalizedAsStored(x, net.of(node.id), node.attrs as { epsilon: number }),
})

/** A network that is looked at and learns nothing: no gradient is computed for its kernels. */
export function heldStill(graph: Graph, given: WeightValues): Held {
  const weightsOf = ({ id, weights }: GraphNode) =>
    Object.entries(weights).map(
      ([name, { shape }]) =>
        [name, tidy(() => variable(tensor(given[`${id}.${name}`], [...shape]), false))] as const,
    )
  return new Held(graph, new Map(graph.nodes.map((node) => [node.id, Object.fromEntries(weightsOf(node))])))
}

/** Whether a node normalizes with statistics of its batch, and keeps running ones. */
export const normalizes = ({ params }: GraphNode): boolean => params.running > 0

/** A copy: some backends hand out the very array that they go on using. */
export const read = async (x: Tensor): Promise<Float32Array> => (await x.data()).slice() as Float32Array
