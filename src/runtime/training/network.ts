import '@tensorflow/tfjs-core/dist/register_all_gradients'
import {
  add,
  dispose,
  keep,
  losses,
  mul,
  type Scalar,
  type Tensor,
  tensor,
  tidy,
  type Variable,
  variable,
  variableGrads,
} from '@tensorflow/tfjs-core'
import type { NamedTensorMap } from '@tensorflow/tfjs-core/dist/tensor_types'
import type { Graph, GraphNode, NodeId } from '../../nn/graph'
import type { Weight } from '../../nn/op'
import { execute, upload } from '../execute'
import { plan } from '../plan'
import * as tf from '../tf'
import { seededWeights, type WeightSource } from '../weights'
import {
  beginning,
  descend,
  type Descent,
  type Learning,
  type Memory,
  suits,
  type WeightValues,
} from './descent'
import { disturbed } from './disturb'
import { Held, normalizes, type Pass, read } from './held'
import { look, outputOf } from './look'
import type { FlowOf, Glance, Seen, WatchedStep } from './measures'
import { type BatchStatistics, normalizedAsStored } from './normalization'
import { trained } from './ops'
import { type Share, summed, told } from './share'
import { Slice } from './surface'
import { norm, rootMeanSquare, tapped } from './tap'
import { whyUntrainable } from './trainable'

/**
 * A network that learns: any Graph whose ops are in the list of `trainable.ts`, with weights that it is handed and, for what
 * these lack, from the page's own seeded initialisation. It holds its weights, what its optimizer remembers and the
 * running statistics on the device until `dispose`.
 */
export class Learner {
  readonly graph: Graph
  readonly #net: Held
  readonly #learning: Learning[] = []
  readonly #descent: Required<Descent>
  #steps = 0

  /**
   * @param given weights that it begins with; what they lack is the page's own seeded initialisation
   * @param memory what another learner's `memory` told, to go on as that would have; of another kind of optimizer, nothing
   */
  constructor(graph: Graph, descent: Descent, given: WeightValues = {}, memory?: Memory) {
    const { seed, rate, momentum = 0.9, optimizer = 'momentum', decay = 0 } = descent
    const { scale = 1, norms = 'learn', share = 0.1, noise = 0 } = descent
    this.#descent = { seed, rate, momentum, optimizer, decay, scale, norms, share, noise }
    const remembered = memory && suits(memory, optimizer) ? memory : undefined
    const reason = whyUntrainable(graph)
    if (reason) throw new Error(reason)
    this.graph = graph
    const source = seededWeights(graph, seed)
    const weights = new Map<NodeId, Record<string, Variable>>()
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
          this.#learning.push(
            beginning(`${node.id}.${name}`, own[name], weight.role === 'weight', optimizer, remembered),
          )
      }
      weights.set(node.id, own)
    }
    this.#net = new Held(graph, weights)
    this.#steps = remembered?.steps ?? 0
  }

  /**
   * One step of gradient descent on a batch.
   * @param images [batch, height, width, channels]
   * @param answers [batch, classes], one 1 in each row
   * @param rate of this step, where it is not that of the descent
   * @param share of the batch that these images are, where others `contribute` the rest
   * @returns the mean cross-entropy of the batch before the step, in nats
   */
  async step(images: Tensor, answers: Tensor, rate = this.#descent.rate, share?: Share): Promise<number> {
    const cost = this.#descend(images, answers, { rate, share })
    const [value] = await cost.data()
    cost.dispose()
    return value
  }

  /**
   * Tells another learner, which takes the step, loss and gradients of a share of its batch; nothing changes here.
   * @param steps that the other has made
   */
  contribute(images: Tensor, answers: Tensor, share: Share, steps: number): void {
    this.#steps = steps
    const letGo = (_: NodeId, { mean, variance }: BatchStatistics) => dispose([mean, variance])
    const { value, grads } = this.#differentiate(images, answers, letGo, undefined, share)
    const parts = this.#inOrder(value, grads)
    told(share, parts)
    dispose(parts)
  }

  /**
   * The same step, and what it does to every layer.
   * @param images [batch, height, width, channels]
   * @param answers [batch, classes], one 1 in each row
   */
  async watchedStep(images: Tensor, answers: Tensor): Promise<WatchedStep> {
    const layers = this.graph.nodes.filter(this.#net.hasKernel)
    const outputs = new Map<NodeId, Tensor>()
    const returning = new Map<NodeId, Tensor>()
    const kernels = new Map<string, { readonly weights: Tensor; readonly gradient: Tensor }>()
    const cost = this.#descend(images, answers, {
      tap: (node, y) => {
        if (this.#net.hasKernel(node)) outputs.set(node.id, keep(y))
        return tapped(y, (dy) => returning.set(node.id, keep(dy)))
      },
      before: (weight, gradient) =>
        kernels.set(weight.name, { weights: weight.clone(), gradient: gradient.clone() }),
    })
    const { rate } = this.#descent
    try {
      const motions = layers.map(async ({ id }) => {
        const { kernel } = this.#net.of(id)
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
  #descend(
    images: Tensor,
    answers: Tensor,
    {
      tap,
      before,
      share,
      rate = this.#descent.rate,
    }: Watch & { readonly rate?: number; readonly share?: Share },
  ): Scalar {
    const observed = new Map<NodeId, BatchStatistics>()
    const note = (id: NodeId, statistics: BatchStatistics) => observed.set(id, statistics)
    const differentiated = () => this.#ofAll(share, this.#differentiate(images, answers, note, tap, share))
    const { value: cost, grads } = orElse(differentiated, () =>
      observed.forEach(({ mean, variance }) => dispose([mean, variance])),
    )
    this.#steps++
    const { share: newest } = this.#descent
    for (const learning of this.#learning) {
      const gradient = grads[learning.weight.name]
      before?.(learning.weight, gradient)
      descend(learning, gradient, this.#steps, rate, this.#descent)
      gradient.dispose()
    }
    for (const [id, { mean, variance }] of observed) {
      const { mean: runningMean, variance: runningVariance } = this.#net.of(id)
      const many = (share?.of ?? images.shape[0]) * positions(this.graph.node(id).shape)
      follow(runningMean, mean, newest, 1)
      // What is kept for inference estimates the variance of all images, not of this batch.
      follow(runningVariance, variance, newest, many / Math.max(1, many - 1))
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
    const layers = this.graph.nodes.filter(this.#net.hasKernel)
    const outputs = new Map<NodeId, Tensor>()
    const returning = new Map<NodeId, Tensor>()
    const { value: cost, grads } = this.#differentiate(
      images,
      answers,
      (_, { mean, variance }) => dispose([mean, variance]),
      (node, y) => {
        if (!this.#net.hasKernel(node)) return y
        outputs.set(node.id, keep(y))
        return tapped(y, (dy) => returning.set(node.id, keep(dy)))
      },
    )
    try {
      const flows = layers.map(async ({ id }) => ({
        id,
        output: await rootMeanSquare(outputs.get(id)!),
        returning: await rootMeanSquare(returning.get(id)!),
        kernel: await rootMeanSquare(grads[this.#net.of(id).kernel.name]),
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
    tap?: Pass['tap'],
    share?: Share,
  ): Differentiated {
    const normalize = (node: GraphNode, x: Tensor) => this.#normalized(node, x, observe, share)
    return variableGrads(
      () => {
        const scores = this.#net.scores(images, { normalize, tap, areGiven: true })
        const cost = losses.softmaxCrossEntropy(answers, scores) as Scalar
        return share ? mul(cost, share.own / share.of) : cost
      },
      this.#learning.map(({ weight }) => weight),
    )
  }

  /** What all shares of a batch give together, where there are several. */
  #ofAll(share: Share | undefined, { value, grads }: Differentiated): Differentiated {
    if (!share) return { value, grads }
    const parts = this.#inOrder(value, grads)
    const [cost, ...sums] = summed(share, parts)
    dispose(parts)
    const named = this.#learning.map(({ weight }, i) => [weight.name, sums[i]] as const)
    return { value: cost as Scalar, grads: Object.fromEntries(named) }
  }

  /** The loss, and its gradient by every weight that learns. */
  #inOrder(value: Scalar, grads: NamedTensorMap): Tensor[] {
    return [value, ...this.#learning.map(({ weight }) => grads[weight.name])]
  }

  /** A normalization as it is while the network learns. */
  #normalized(node: GraphNode, x: Tensor, observe: Observe, share?: Share): Tensor {
    const { norms, noise, seed } = this.#descent
    const own = this.#net.of(node.id)
    const y =
      norms === 'frozen'
        ? normalizedAsStored(x, own, node.attrs as { epsilon: number })
        : trained(node, [x], own, { observe: (statistics) => observe(node.id, statistics), share })
    return noise > 0 ? disturbed(y, noise, `${node.id} ${this.#steps}`, seed) : y
  }

  /** One pass forward, which changes nothing: what comes to the normalizations, and what they make of it. */
  look(images: Tensor, glance: Glance): Promise<Seen> {
    return look(this.#net, images, glance, this.#descent.seed)
  }

  /** Two directions around the weights as they are now; the caller's to dispose, before this. */
  slice(directions: readonly [WeightValues, WeightValues]): Slice {
    return new Slice(this.#net, directions)
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
      const shares = await read(result)
      result.dispose()
      return shares
    } finally {
      prepared.dispose()
    }
  }

  /** Steps that have been made. */
  get steps(): number {
    return this.#steps
  }

  /** Numbers of all weights together. */
  get size(): number {
    return this.#net.size
  }

  /** Lays every weight into an array that another learner of this network reads. */
  writeTo(room: Float32Array): void {
    this.#net.writeTo(room)
  }

  readFrom(room: Float32Array): void {
    this.#net.readFrom(room)
  }

  /** Every weight as it is now, running statistics among them. */
  values(): Promise<WeightValues> {
    return this.#net.values()
  }

  /** What its optimizer remembers. */
  async memory(): Promise<Memory> {
    const [velocity, squares]: Record<string, Float32Array>[] = [{}, {}]
    for (const { name, ...own } of this.#learning) {
      velocity[name] = await read(own.velocity)
      if (own.squares) squares[name] = await read(own.squares)
    }
    return { steps: this.#steps, velocity, squares }
  }

  /**
   * The output of one node, normalized with the stored statistics: [batch, height, width, channels] row by row.
   * @param images [batch, height, width, channels]
   */
  output(images: Tensor, at: NodeId): Promise<Float32Array> {
    return outputOf(this.#net, images, at)
  }

  dispose(): void {
    for (const { velocity, squares } of this.#learning.splice(0))
      dispose({ velocity, ...(squares && { squares }) })
    this.#net.dispose()
  }
}

/** A loss and its gradient by everything that learns. */
interface Differentiated {
  readonly value: Scalar
  readonly grads: NamedTensorMap
}

/** What looks on while a step is taken. */
interface Watch {
  readonly tap?: Pass['tap']
  /** Is lent a weight and its gradient before the step changes it. */
  readonly before?: (weight: Variable, gradient: Tensor) => void
}

/** Hears the statistics of each normalization, which are its own to dispose. */
type Observe = (id: NodeId, statistics: BatchStatistics) => void

const learns = ({ role }: Weight): boolean => role !== 'running' && role !== 'fixed'

const positions = (shape: readonly number[]): number => shape.slice(0, -1).reduce((a, b) => a * b, 1)

/** Lets go of what was kept where something fails. */
function orElse<T>(work: () => T, letGo: () => void): T {
  try {
    return work()
  } catch (error) {
    letGo()
    throw error
  }
}

/** Moves a running statistic a little towards the batch's, which is disposed. */
function follow(running: Variable, batch: Tensor, share: number, factor: number): void {
  tidy(() => {
    const kept = mul(running, 1 - share)
    running.assign(add(kept, mul(batch, share * factor)))
  })
  batch.dispose()
}
