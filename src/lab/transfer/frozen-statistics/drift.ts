import type { Graph, NodeId } from '../../../nn/graph'
import { filtered, inputOf, kernels, type Norm, normalizedMap } from '../../normalization/fold-norm/channel'
import { type Statistics, statisticsOf, updated } from '../../normalization/norm-bench/norm'

/** The share of every new batch that the running statistics take over, as PyTorch has it. */
export const momentum = 0.1

/** What is frozen in the channel: its kernel, γ and β. */
export const weights = { kernel: kernels.sharpen, gamma: 1, beta: 0 } as const

/** How many numbers that are. */
export const weightCount = weights.kernel.length + 2

/** A photo in other light: brightness, 0 to 255, times a factor; what is above white is white. */
export function lit(grey: Float32Array, factor: number): Float32Array {
  return grey.map((value) => Math.min(255, factor * value))
}

/** What the frozen convolution makes of a grey photo, `width` wide. */
export function mapOf(grey: Float32Array, width: number): Float32Array {
  return filtered(inputOf(grey), width, { kernel: Float32Array.from(weights.kernel), bias: 0 })
}

/** Every value that the channel has in a batch of photos in one light. */
export function batchOf(photos: readonly Float32Array[], width: number, factor: number): readonly number[] {
  return photos.flatMap((grey) => [...mapOf(lit(grey, factor), width)])
}

/** Running statistics after a batch, beginning with those that were copied. */
export type History = readonly [copied: Statistics, ...after: Statistics[]]

/** The history after some more batches of the same values; frozen statistics stay. */
export function fed(history: History, values: readonly number[], times: number, frozen: boolean): History {
  const [copied, ...after] = history
  for (let i = 0; i < times; i++) {
    const last = after.at(-1) ?? copied
    after.push(frozen ? last : updated(last, values, momentum))
  }
  return [copied, ...after]
}

/** What was copied: statistics of photos as they are, on which the channel is taken to have learnt. */
export function copiedFrom(photos: readonly Float32Array[], width: number): Statistics {
  return statisticsOf(batchOf(photos, width, 1))
}

/** The output of a map at inference, with the running statistics as they are. */
export function outputOf(map: Float32Array, { mean, variance }: Statistics): Float32Array {
  const norm: Norm = { gamma: weights.gamma, beta: weights.beta, mean, variance }
  return normalizedMap(map, norm)
}

/** How far two maps of one size are apart, on average over all places. */
export function meanDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length
}

/** The nodes of a network that keep running statistics. */
export function keepers(graph: Graph): readonly NodeId[] {
  return graph.nodes.flatMap(({ id, params }) => (params.running > 0 ? [id] : []))
}
