import '@tensorflow/tfjs-core/dist/register_all_gradients'
import { add, dispose, grads, slice, sum, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core'
import { build } from '../../nn/build'
import type { Graph, NodeId } from '../../nn/graph'
import { channels } from '../../nn/shape'
import type { Architecture } from '../../nn/spec'
import { inputOf, pixelsOf } from '../input'
import type { Pixels } from '../types'
import { inWords } from '../words'
import { beginning, type Climb, climbed, jitterAt, moved } from './climbing'
import type { WeightValues } from './descent'
import { asStored, type Held, heldStill, read } from './held'

/** The values that pictures are to raise: of some channels of one node, at one position. */
export interface Aim extends Climb {
  readonly at: NodeId
  readonly position: readonly [row: number, column: number]
  /** From 0; a picture for each of them. */
  readonly channels: readonly number[]
}

/** A picture and what it does to its channel. */
export interface Excited {
  readonly pixels: Pixels
  /** Of the channel where it was aimed at, for these very pixels. */
  readonly value: number
}

/**
 * Pictures that are changed step by step so that they excite one unit each more and more: gradient ascent. One picture
 * comes out the same whatever others are made with it.
 */
export class Ascent {
  readonly #net: Held
  readonly #aim: Aim
  readonly #side: number
  #pictures: Float32Array[]
  #steps = 0

  /** @param graph with a square input of three colors */
  constructor(graph: Graph, weights: WeightValues, aim: Aim) {
    this.#side = graph.architecture.input[0]
    this.#net = heldStill(graph, weights)
    this.#aim = aim
    this.#pictures = aim.channels.map((channel) => beginning(this.#side, aim.seed, channel))
  }

  async climb(steps: number): Promise<void> {
    for (let left = steps; left > 0; left--) {
      const [down, across] = jitterAt(this.#aim, this.#steps++)
      const gradients = await this.#gradients(
        this.#pictures.map((picture) => moved(picture, this.#side, down, across)),
      )
      this.#pictures = this.#pictures.map((picture, i) =>
        climbed(picture, moved(gradients[i], this.#side, -down, -across), this.#side, this.#aim),
      )
    }
  }

  /** The pictures as they are now, in the order of the channels. */
  async excited(): Promise<readonly Excited[]> {
    const { at, channels: aims, position } = this.#aim
    const side = this.#side
    const shown = this.#pictures.map((picture) => pixelsOf(picture, side, side))
    const images = this.#laid(shown.map((pixels) => inputOf(pixels, [side, side, 3], 0)))
    const output = tidy(() => this.#net.output(images, asStored(this.#net), at))
    try {
      const values = await read(output)
      const [, , width, many] = output.shape as [number, number, number, number]
      const size = values.length / aims.length
      const place = (position[0] * width + position[1]) * many
      return shown.map((pixels, i) => ({ pixels, value: values[i * size + place + aims[i]] }))
    } finally {
      dispose([images, output])
    }
  }

  /** The gradient of each picture's unit by that picture. */
  async #gradients(pictures: readonly Float32Array[]): Promise<readonly Float32Array[]> {
    const images = this.#laid(pictures)
    const [found] = grads((x: Tensor) => this.#sum(x))([images])
    try {
      const all = await read(found)
      const size = all.length / pictures.length
      return pictures.map((_, i) => all.subarray(i * size, (i + 1) * size))
    } finally {
      dispose([images, found])
    }
  }

  /** No picture has a part in another's unit, so the gradient of their sum is that of each. */
  #sum(images: Tensor): never {
    const { at, position, channels: aims } = this.#aim
    const { graph } = this.#net
    const units = aims.map((channel) => behind(graph, at, channel))
    // What stands behind different paths of a concatenation is computed once, as far as the last of them.
    const outputs = new Map<NodeId, Tensor>()
    const wanted = new Set(units.map(({ id }) => id))
    const { normalize } = asStored(this.#net)
    const tap = (node: { readonly id: NodeId }, y: Tensor) => {
      if (wanted.has(node.id)) outputs.set(node.id, y)
      return y
    }
    this.#net.output(images, { normalize, tap }, at)
    return units
      .map(({ id, channel }, i) => slice(outputs.get(id)!, [i, ...position, channel], [1, 1, 1, 1]))
      .map((value) => sum(value))
      .reduce((all, value) => add(all, value)) as never
  }

  #laid(pictures: readonly Float32Array[]): Tensor {
    const side = this.#side
    const all = new Float32Array(pictures.length * side * side * 3)
    pictures.forEach((picture, i) => all.set(picture, i * picture.length))
    return tensor(all, [pictures.length, side, side, 3])
  }

  dispose(): void {
    this.#net.dispose()
  }
}

/**
 * Where a channel is before what would silence it: the way up begins there, or a unit at zero would have none. A value
 * above zero is the same on both sides.
 */
export function behind(
  graph: Graph,
  id: NodeId,
  channel: number,
): { readonly id: NodeId; readonly channel: number } {
  const { op, inputs } = graph.node(id)
  if (op === 'relu') return behind(graph, inputs[0], channel)
  if (op !== 'concat') return { id, channel }
  let before = channel
  for (const input of inputs) {
    const own = channels(graph.node(input).shape)
    if (before < own) return behind(graph, input, before)
    before -= own
  }
  throw new Error(`${id} has no channel ${channel}.`)
}

// What the worker is asked: one set of pictures at a time.

let ascent: Ascent | undefined

/** Begins with other pictures; those before are let go of. */
export function aim(architecture: Architecture, weights: WeightValues, aim: Aim): void {
  ascent?.dispose()
  ascent = undefined
  ascent = new Ascent(build(architecture), weights, aim)
}

/** So many steps more, and the pictures then. */
export async function climb(steps: number): Promise<readonly Excited[]> {
  if (!ascent) throw new Error('No picture has been begun.')
  try {
    await ascent.climb(steps)
    return await ascent.excited()
  } catch (error) {
    throw inWords(error, 'the picture was made', 'A smaller picture or an earlier part will do.')
  }
}
