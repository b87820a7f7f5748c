import '@tensorflow/tfjs-core/dist/register_all_gradients'
import {
  add,
  dispose,
  keep,
  losses,
  memory,
  mul,
  type Scalar,
  softmax,
  sub,
  type Tensor,
  tensor,
  tidy,
  type Variable,
  variable,
  variableGrads,
  zeros,
} from '@tensorflow/tfjs-core'
import type { NamedTensorMap } from '@tensorflow/tfjs-core/dist/tensor_types'
import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import type { Weight } from '../../nn/op'
import { execute, upload } from '../execute'
import { plan } from '../plan'
import * as tf from '../tf'
import { seededWeights, type WeightSource } from '../weights'
import { disturbed } from './disturb'
import type { FlowOf, Glance, NormEdit, Seen, WatchedStep } from './measures'
import { type BatchStatistics, normalizedAsStored, statisticsOf } from './normalization'
import { trained, untrainable } from './ops'
import { norm, rootMeanSquare, tapped } from './tap'

/**
 * What becomes of batch normalizations while the kernels learn: `learn` as everywhere; `drift` where γ and β stay and
 * the running statistics follow the batches all the same; `frozen` where they normalize with what is stored and
 * nothing of them changes.
 */
export type Norms = 'learn' | 'drift' | 'frozen'

/** Stochastic gradient descent with momentum, as the papers of these networks train. */
export interface Descent {
  readonly seed: number
  readonly rate: number
  readonly momentum?: number
  /** Factor on every kernel at the start; 1 is He's initialisation. */
  readonly scale?: number
  readonly norms?: Norms
  /** Share of a new batch in the running statistics; 0.1 as in PyTorch. */
  readonly share?: number
  /** How strongly the output of every normalization is disturbed at each step (`disturb.ts`); 0 unless said. */
  readonly noise?: number
}

/** Values of weights by `node.name`. */
export type WeightValues = Readonly<Record<string, Float32Array>>

/** Why a network cannot be trained in this page, as a sentence; undefined when it can. */
export function whyUntrainable(graph: Graph): string | undefined {
  if (graph.issues.length > 0) return `The network does not fit together: ${graph.issues[0].message}.`
  if (graph.outputs.length > 1) return 'A network with side outputs is not trained in this page.'
  for (const node of graph.nodes) {
    const reason = untrainable(node)
    if (reason) return reason
  }
  return undefined
}

/**
 * A network that learns: any Graph whose ops are in the table of `ops.ts`, with weights that it is handed and, for what
 * these lack, from the page's own seeded initialisation. It holds its weights, their momenta and the running statistics on the device until `dispose`.
 */
export class Learner {
  readonly graph: Graph
  readonly #weights = new Map<NodeId, Record<string, Variable>>()
  /** What learns, each with its velocity. */
  readonly #learning: { readonly weight: Variable; readonly velocity: Variable }[] = []
  readonly #descent: Required<Descent>
  #steps = 0
  /** The tensor that the loss reads: the scores before a closing softmax. */
  readonly #scores: NodeId

  /** @param given weights that it begins with; what they lack is the page's own seeded initialisation */
  constructor(
    graph: Graph,
    { seed, rate, momentum = 0.9, scale = 1, norms = 'learn', share = 0.1, noise = 0 }: Descent,
    given: WeightValues = {},
  ) {
    this.#descent = { seed, rate, momentum, scale, norms, share, noise }
    const reason = whyUntrainable(graph)
    if (reason) throw new Error(reason)
    this.graph = graph
    const last = graph.node(graph.outputs[0])
    this.#scores = last.family === 'output' ? last.inputs[0] : last.id
    const source = seededWeights(graph, seed)
    for (const node of graph.nodes) {
      const own: Record<string, Variable> = {}
      for (const [name, weight] of Object.entries(node.weights)) {
        const start = given[`${node.id}.${name}`]
        const values = start ?? source(node.id, name)
        if (!start && weight.role === 'weight' && scale !== 1)
          values.forEach((value, i) => (values[i] = value * scale))
        const isLearning = learns(weight) && (norms === 'learn' || !normalizes(node))
        own[name] = tidy(() => variable(tensor(values, [...weight.shape]), isLearning))
        if (isLearning)
          this.#learning.push({
            weight: own[name],
            velocity: tidy(() => variable(zeros([...weight.shape]), false)),
          })
      }
      this.#weights.set(node.id, own)
    }
  }

  /**
   * One step of gradient descent on a batch.
   * @param images [batch, height, width, channels]
   * @param answers [batch, classes], one 1 in each row
   * @returns the mean cross-entropy of the batch before the step, in nats
   */
  async step(images: Tensor, answers: Tensor): Promise<number> {
    const cost = this.#descend(images, answers)
    const [value] = await cost.data()
    cost.dispose()
    return value
  }

  /**
   * The same step, and what it does to every layer.
   * @param images [batch, height, width, channels]
   * @param answers [batch, classes], one 1 in each row
   */
  async watchedStep(images: Tensor, answers: Tensor): Promise<WatchedStep> {
    const layers = this.graph.nodes.filter(({ id }) => this.#weights.get(id)!.kernel)
    const outputs = new Map<NodeId, Tensor>()
    const returning = new Map<NodeId, Tensor>()
    const kernels = new Map<string, { readonly weights: Tensor; readonly gradient: Tensor }>()
    const cost = this.#descend(images, answers, {
      tap: (node, y) => {
        if (this.#weights.get(node.id)!.kernel) outputs.set(node.id, keep(y))
        return tapped(y, (dy) => returning.set(node.id, keep(dy)))
      },
      before: (weight, gradient) =>
        kernels.set(weight.name, { weights: weight.clone(), gradient: gradient.clone() }),
    })
    const { rate } = this.#descent
    try {
      const motions = layers.map(async ({ id }) => {
        const { kernel } = this.#weights.get(id)!
        const { weights, gradient } = kernels.get(kernel.name)!
        const { velocity } = this.#learning.find(({ weight }) => weight === kernel)!
        return {
          id,
          output: await norm(outputs.get(id)!),
          gradient: await norm(gradient),
          weights: await norm(weights),
          update: rate * (await norm(velocity)),
        }
      })
      const back = [...returning].map(async ([id, dy]) => [id, await norm(dy)] as const)
      const [loss] = await cost.data()
      return {
        loss,
        layers: await Promise.all(motions),
        returning: Object.fromEntries(await Promise.all(back)),
      }
    } finally {
      const watched = [...kernels.values()].flatMap(({ weights, gradient }) => [weights, gradient])
      dispose([cost, ...watched, ...outputs.values(), ...returning.values()])
    }
  }

  /** Takes a step; the loss before it is the caller's to dispose. */
  #descend(images: Tensor, answers: Tensor, { tap, before }: Watch = {}): Scalar {
    const observed = new Map<NodeId, BatchStatistics>()
    const { value: cost, grads } = this.#differentiate(
      images,
      answers,
      (id, statistics) => observed.set(id, statistics),
      tap,
    )
    this.#steps++
    const { rate, momentum, share } = this.#descent
    for (const { weight, velocity } of this.#learning) {
      const gradient = grads[weight.name]
      before?.(weight, gradient)
      tidy(() => {
        velocity.assign(add(mul(velocity, momentum), gradient))
        weight.assign(sub(weight, mul(velocity, rate)))
      })
      gradient.dispose()
    }
    for (const [id, { mean, variance }] of observed) {
      const { mean: runningMean, variance: runningVariance } = this.#weights.get(id)!
      const many = images.shape[0] * positions(this.graph.node(id).shape)
      follow(runningMean, mean, share, 1)
      // What is kept for inference estimates the variance of all images, not of this batch.
      follow(runningVariance, variance, share, many / Math.max(1, many - 1))
    }
    return cost
  }

  /**
   * One pass forward and one back, which changes nothing.
   * @param images [batch, height, width, channels]
   * @param answers [batch, classes], one 1 in each row
   * @returns the mean cross-entropy of the batch in nats, and for every layer with a kernel, from the image to the
   * scores, what passes through it
   */
  async flow(images: Tensor, answers: Tensor): Promise<FlowOf> {
    const layers = this.graph.nodes.filter(({ id }) => this.#weights.get(id)!.kernel)
    const outputs = new Map<NodeId, Tensor>()
    const returning = new Map<NodeId, Tensor>()
    const { value: cost, grads } = this.#differentiate(
      images,
      answers,
      (_, { mean, variance }) => dispose([mean, variance]),
      (node, y) => {
        if (!this.#weights.get(node.id)!.kernel) return y
        outputs.set(node.id, keep(y))
        return tapped(y, (dy) => returning.set(node.id, keep(dy)))
      },
    )
    try {
      const flows = layers.map(async ({ id }) => ({
        id,
        output: await rootMeanSquare(outputs.get(id)!),
        returning: await rootMeanSquare(returning.get(id)!),
        kernel: await rootMeanSquare(grads[this.#weights.get(id)!.kernel.name]),
      }))
      const [loss] = await cost.data()
      return { loss, layers: await Promise.all(flows) }
    } finally {
      dispose([cost, ...Object.values(grads), ...outputs.values(), ...returning.values()])
    }
  }

  /** The loss of a batch and its gradient by everything that learns; both are the caller's to dispose. */
  #differentiate(
    images: Tensor,
    answers: Tensor,
    observe: Observe,
    tap?: Tap,
  ): { readonly value: Scalar; readonly grads: NamedTensorMap } {
    const normalize = (node: GraphNode, x: Tensor) => this.#normalized(node, x, observe)
    return variableGrads(
      () => losses.softmaxCrossEntropy(answers, this.#forward(images, { normalize, tap })) as Scalar,
      this.#learning.map(({ weight }) => weight),
    )
  }

  #forward(images: Tensor, { normalize, tap = (_, y) => y }: Pass): Tensor {
    const values = new Map<NodeId, Tensor>([[this.graph.input, images]])
    for (const node of this.graph.nodes) {
      if (node.id === this.graph.input) continue
      const inputs = node.inputs.map((id) => values.get(id)!)
      const own = this.#weights.get(node.id)!
      const y = normalizes(node) ? normalize(node, inputs[0]) : trained(node, inputs, own, () => {})
      values.set(node.id, tap(node, y))
      if (node.id === this.#scores) break
    }
    return values.get(this.#scores)!
  }

  /** A normalization as it is while the network learns. */
  #normalized(node: GraphNode, x: Tensor, observe: Observe): Tensor {
    const { norms, noise, seed } = this.#descent
    const own = this.#weights.get(node.id)!
    const y =
      norms === 'frozen'
        ? normalizedAsStored(x, own, node.attrs as { epsilon: number })
        : trained(node, [x], own, (statistics) => observe(node.id, statistics))
    return noise > 0 ? disturbed(y, noise, `${node.id} ${this.#steps}`, seed) : y
  }

  /**
   * One pass forward, which changes nothing: what comes to the normalizations, and what they make of it.
   * @param images [batch, height, width, channels]
   */
  async look(images: Tensor, { by, at, edit, noise = 0 }: Glance): Promise<Seen> {
    const { seed } = this.#descent
    const statistics = new Map<NodeId, BatchStatistics>()
    const lent: Tensor[] = []
    const shares = tidy(() => {
      const normalize = (node: GraphNode, x: Tensor) => {
        const found = statisticsOf(x)
        statistics.set(node.id, { mean: keep(found.mean), variance: keep(found.variance) })
        const own = this.#weights.get(node.id)!
        const { gamma, beta } = edit?.id === node.id ? edited(own, edit) : own
        const used = by === 'batch' ? found : own
        const weights = { gamma, beta, mean: used.mean, variance: used.variance }
        const y = normalizedAsStored(x, weights, node.attrs as { epsilon: number })
        const z = noise > 0 ? disturbed(y, noise, node.id, seed) : y
        if (node.id === at) lent.push(keep(x), keep(z))
        return z
      }
      return softmax(this.#forward(images, { normalize }))
    })
    const read = async (x: Tensor) => (await x.data()).slice() as Float32Array
    try {
      const norms = await Promise.all(
        [...statistics].map(async ([id, { mean, variance }]) => ({
          id,
          mean: await read(mean),
          variance: await read(variance),
        })),
      )
      const [before, after] = await Promise.all(lent.map(read))
      return { shares: await read(shares), norms, before, after }
    } finally {
      const small = [...statistics.values()].flatMap(({ mean, variance }) => [mean, variance])
      dispose([shares, ...small, ...lent])
    }
  }

  /**
   * Inference as everywhere in this page: normalizations use their running statistics and are folded into convolutions.
   * @returns the probabilities, [batch, classes] row by row
   */
  async predict(images: Tensor): Promise<Float32Array> {
    const values = await this.values()
    const source: WeightSource = (id, name) => values[`${id}.${name}`]
    const steps = plan(this.graph, new Set())
    const prepared = await upload(tf, this.graph, steps, source)
    try {
      const [output] = this.graph.outputs
      const outputs = await execute(tf, prepared, images, (id) => id === output)
      const result = outputs.get(output)!
      const values = (await result.data()).slice() as Float32Array
      result.dispose()
      return values
    } finally {
      prepared.dispose()
    }
  }

  /** Every weight as it is now, running statistics among them. */
  async values(): Promise<WeightValues> {
    const values: Record<string, Float32Array> = {}
    for (const [id, own] of this.#weights)
      for (const [name, value] of Object.entries(own))
        values[`${id}.${name}`] = (await value.data()).slice() as Float32Array
    return values
  }

  dispose(): void {
    for (const { velocity } of this.#learning.splice(0)) velocity.dispose()
    for (const own of this.#weights.values()) for (const value of Object.values(own)) value.dispose()
    this.#weights.clear()
  }
}

/** How a pass goes through the network. */
interface Pass {
  readonly normalize: (node: GraphNode, x: Tensor) => Tensor
  readonly tap?: Tap
}

/** What looks on while a step is taken. */
interface Watch {
  readonly tap?: Tap
  /** Is lent a weight and its gradient before the step changes it. */
  readonly before?: (weight: Variable, gradient: Tensor) => void
}

/** Hears the statistics of each normalization, which are its own to dispose. */
type Observe = (id: NodeId, statistics: BatchStatistics) => void

/** What goes on in place of a node's output. */
type Tap = (node: GraphNode, y: Tensor) => Tensor

/** Images with their classes, as plain numbers. */
export interface Batch {
  /** [batch, height, width, channels], row by row. */
  readonly images: Float32Array
  readonly shape: readonly [number, number, number, number]
  readonly labels: readonly number[]
  readonly classes: number
}

/** Lays a batch on the device for as long as it is used: the images, and a row with one 1 for each. */
export async function withBatch<T>(
  { images, shape, labels, classes }: Batch,
  action: (images: Tensor, answers: Tensor) => Promise<T>,
): Promise<T> {
  const values = new Float32Array(labels.length * classes)
  labels.forEach((label, i) => (values[i * classes + label] = 1))
  const [x, y] = [tensor(images, [...shape]), tensor(values, [labels.length, classes])]
  try {
    return await action(x, y)
  } finally {
    x.dispose()
    y.dispose()
  }
}

/** Tensors alive on the current backend. */
export const tensorsAlive = (): number => memory().numTensors

const learns = ({ role }: Weight): boolean => role !== 'running' && role !== 'fixed'

/** Whether a node normalizes with statistics of its batch, and keeps running ones. */
const normalizes = ({ params }: GraphNode): boolean => params.running > 0

const positions = (shape: readonly number[]): number => shape.slice(0, -1).reduce((a, b) => a * b, 1)

/** γ and β of a normalization after an edit. */
function edited(
  { gamma, beta }: Readonly<Record<string, Tensor>>,
  { channel, gamma: factor, beta: shift }: NormEdit,
): { readonly gamma: Tensor; readonly beta: Tensor } {
  const channels = gamma.size
  const isMeant = (i: number) => channel === null || channel === i
  const factors = Float32Array.from({ length: channels }, (_, i) => (isMeant(i) ? factor : 1))
  const shifts = Float32Array.from({ length: channels }, (_, i) => (isMeant(i) ? shift : 0))
  return { gamma: mul(gamma, tensor(factors)), beta: add(beta, tensor(shifts)) }
}

/** Moves a running statistic a little towards the batch's, which is disposed. */
function follow(running: Variable, batch: Tensor, share: number, factor: number): void {
  tidy(() => {
    const kept = mul(running, 1 - share)
    running.assign(add(kept, mul(batch, share * factor)))
  })
  batch.dispose()
}
