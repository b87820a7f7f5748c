import {
  add,
  customGrad,
  div,
  keep,
  matMul,
  mul,
  ones,
  reshape,
  rsqrt,
  square,
  sub,
  type Tensor,
} from '@tensorflow/tfjs-core'
import { hasOwn, own } from '../simd/register'

/** Mean and variance of each channel over one batch: [channels] both, the variance without Bessel's correction. */
export interface BatchStatistics {
  readonly mean: Tensor
  readonly variance: Tensor
}

/**
 * Mean and variance of every channel over images and positions.
 * @param x [batch, …, channels]
 */
export function statisticsOf(x: Tensor): BatchStatistics {
  const channels = x.shape[x.shape.length - 1]
  const many = x.size / channels
  const given = reshape(x, [many, channels])
  const meaned = (tensor: Tensor) => reshape(div(matMul(ones([1, many]), tensor as never), many), [channels])
  const mean = meaned(given)
  return { mean, variance: meaned(square(sub(given, mean))) }
}

/**
 * Batch normalization as training does it: every channel with mean and variance of this batch, then γ and β
 * (Ioffe and Szegedy 2015, algorithm 1 and the gradients below it). Sums over images and positions are products with a
 * row of ones: one matrix product, where a `mean` would first turn the tensor around.
 * @param x [batch, …, channels]
 * @param observe is handed the statistics, which are the caller's to dispose
 */
export function batchNormalization(
  x: Tensor,
  gamma: Tensor,
  beta: Tensor,
  epsilon: number,
  observe: (statistics: BatchStatistics) => void,
): Tensor {
  if (hasOwn('OwnNormalize')) return inOnePass(x, gamma, beta, epsilon, observe)
  const channels = gamma.size
  const many = x.size / channels
  const flat = (tensor: Tensor) => reshape(tensor, [many, channels])
  const summed = (tensor: Tensor) => reshape(matMul(ones([1, many]), flat(tensor) as never), [channels])
  const run = customGrad((input, scale, shift, save) => {
    const given = flat(input as Tensor)
    const mean = div(summed(given), many)
    const centred = sub(given, mean)
    const variance = div(summed(square(centred)), many)
    const inverse = rsqrt(add(variance, epsilon))
    const standard = mul(centred, inverse)
    observe({ mean: keep(mean), variance: keep(variance) })
    ;(save as (tensors: Tensor[]) => void)([standard, inverse, scale as Tensor])
    return {
      value: reshape(add(mul(standard, scale as Tensor), shift as Tensor), x.shape),
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [normal, spread, factor] = saved
        const back = flat(dy)
        const toBeta = summed(back)
        const toGamma = summed(mul(back, normal))
        const own = sub(sub(back, div(toBeta, many)), mul(normal, div(toGamma, many)))
        return [reshape(mul(own, mul(factor, spread)), x.shape), toGamma, toBeta]
      },
    }
  })
  return run(x, gamma, beta)
}

/** The same with kernels of ours, which read the map two times for its statistics and write it once. */
function inOnePass(...[x, gamma, beta, epsilon, observe]: Parameters<typeof batchNormalization>): Tensor {
  const run = customGrad((input, scale, shift, save) => {
    const [given, factor] = [input as Tensor, scale as Tensor]
    const [value, mean, variance, inverse] = own<Tensor[]>(
      'OwnNormalize',
      { x: given, gamma: factor, beta: shift as Tensor },
      { epsilon },
    )
    // These may be disposed of at once; the gradient has a mean of its own.
    observe({ mean: keep(mean.clone()), variance: keep(variance.clone()) })
    ;(save as (tensors: Tensor[]) => void)([given, factor, mean, inverse])
    return {
      value,
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [before, scaled, middle, spread] = saved
        return own<Tensor[]>('OwnNormalizeGradient', {
          ...{ x: before, dy, gamma: scaled, mean: middle, inverse: spread },
        })
      },
    }
  })
  return run(x, gamma, beta)
}

/**
 * Batch normalization as inference does it: with the statistics that are stored, whatever the batch.
 * @param x [batch, …, channels]
 */
export function normalizedAsStored(
  x: Tensor,
  { gamma, beta, mean, variance }: Readonly<Record<string, Tensor>>,
  { epsilon }: { readonly epsilon: number },
): Tensor {
  const factor = mul(gamma, rsqrt(add(variance, epsilon)))
  return add(mul(x, factor), sub(beta, mul(mean, factor)))
}
