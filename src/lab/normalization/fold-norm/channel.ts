import { build } from '../../../nn/build'
import { batchNorm } from '../../../nn/ops/normalization'
import { conv } from '../../../nn/ops/conv'
import { seq } from '../../../nn/spec'
import { plan } from '../../../runtime/plan'
import { prepare } from '../../../runtime/prepare'
import { kernelOf } from '../../inception/kernel-zoo/blur'

/** Side of every kernel here. */
export const kernelSide = 3

/** Kernels made by hand, row by row. */
export const kernels = {
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
  edges: kernelOf('edges', kernelSide),
  mean: kernelOf('mean', kernelSide),
} as const satisfies Record<string, readonly number[]>

export type KernelName = keyof typeof kernels

/** The four numbers that batch normalization keeps for a channel; the variance is above 0. */
export interface Norm {
  readonly gamma: number
  readonly beta: number
  readonly mean: number
  readonly variance: number
}

/** What a normalization adds to the variance, so that it never divides by 0. */
export const epsilon = batchNorm.definition.defaults.epsilon

/** A convolution of one filter on one channel: its kernel, row by row, and its bias. */
export interface Filter {
  readonly kernel: Float32Array
  readonly bias: number
}

/** A convolution and its normalization as a network of two layers, in the form that the page runs. */
const [folding] = plan(
  build({
    id: 'fold',
    title: 'A convolution and its normalization',
    input: [kernelSide, kernelSide, 1],
    body: seq(conv({ filters: 1, kernel: kernelSide }), batchNorm()),
  }),
  new Set(),
)

/** One convolution that gives what the convolution and its normalization gave, folded as every run of this page does. */
export function folded(kernel: readonly number[], norm: Norm): Filter {
  const arrays = prepare(folding, (_, name) =>
    Float32Array.from(name === 'kernel' ? kernel : [norm[name as keyof Norm]]),
  )
  return { kernel: arrays.kernel.values, bias: arrays.bias.values[0] }
}

/** The brightness of pixels, 0 to 255, as a network reads it: from −1, black, to 1, white. */
export function inputOf(grey: Float32Array): Float32Array {
  return grey.map((value) => value / 127.5 - 1)
}

/**
 * A filter on a picture of one channel, `width` wide, with a border of zeros. Every sum and product is rounded to 32
 * bits, as the kernels of a network do.
 */
export function filtered(picture: Float32Array, width: number, { kernel, bias }: Filter): Float32Array {
  const height = picture.length / width
  const reach = (kernelSide - 1) / 2
  const result = new Float32Array(picture.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let j = -reach; j <= reach; j++)
        for (let i = -reach; i <= reach; i++) {
          if (y + j < 0 || y + j >= height || x + i < 0 || x + i >= width) continue
          const weight = kernel[(j + reach) * kernelSide + i + reach]
          sum = Math.fround(sum + Math.fround(weight * picture[(y + j) * width + x + i]))
        }
      result[y * width + x] = sum + bias
    }
  return result
}

/** γ·(x − μ)/√(σ² + ε) + β step by step, each step rounded to 32 bits. */
export function normalizedMap(map: Float32Array, { gamma, beta, mean, variance }: Norm): Float32Array {
  const { fround } = Math
  const deviation = fround(Math.sqrt(fround(variance + epsilon)))
  return map.map((value) =>
    fround(fround(fround(gamma) * fround(fround(value - fround(mean)) / deviation)) + fround(beta)),
  )
}

/** The largest distance between two maps of one size, at any place. */
export function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0)
}
