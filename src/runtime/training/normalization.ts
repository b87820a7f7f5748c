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
import { agreed, type Share, summed } from './share'

/** Mean and variance of each channel over one batch: [channels] both, the variance without Bessel's correction. */
export interface BatchStatistics {
  readonly mean: Tensor
  readonly variance: Tensor
}

/** What a normalization has to do with the batch as a whole. */
export interface OfBatch {
  /** Is handed the statistics, which are its own to dispose. */
  readonly observe?: (statistics: BatchStatistics) => void
  /** Where the images are a share of the batch, whose statistics they are normalized with all the same. */
  readonly share?: Share
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
 */
export function batchNormalization(
  x: Tensor,
  gamma: Tensor,
  beta: Tensor,
  epsilon: number,
  { observe, share }: OfBatch,
): Tensor {
  if (hasOwn('OwnNormalize')) return inOnePass(x, gamma, beta, epsilon, { observe, share })
  if (share) throw new Error('Only our own kernels share a batch.')
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
    observe?.({ mean: keep(mean), variance: keep(variance) })
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
function inOnePass(...[x, gamma, beta, epsilon, batch]: Parameters<typeof batchNormalization>): Tensor {
  const { observe, share } = batch
  const positions = x.size / gamma.size
  const all = share ? (positions / share.own) * share.of : positions
  const run = customGrad((input, scale, shift, save) => {
    const [given, factor] = [input as Tensor, scale as Tensor]
    const [ownMean, ownVariance] = own<Tensor[]>('OwnMeasure', { x: given })
    const found = { mean: ownMean, variance: ownVariance }
    const { mean, variance } = share ? agreed(share, found) : found
    const [value, inverse] = own<Tensor[]>(
      'OwnNormalize',
      { x: given, gamma: factor, beta: shift as Tensor, mean, variance },
      { epsilon },
    )
    // These may be disposed of at once; the gradient has a mean of its own.
    observe?.({ mean: keep(mean.clone()), variance: keep(variance.clone()) })
    ;(save as (tensors: Tensor[]) => void)([given, factor, mean, inverse])
    return {
      value,
      gradFunc: (dy: Tensor, saved: Tensor[]) => {
        const [before, scaled, middle, spread] = saved
        const read = { x: before, dy, mean: middle, inverse: spread }
        const slopes = own<Tensor[]>('OwnSlopes', read)
        const [dGamma, dBeta] = share ? summed(share, slopes) : slopes
        const dx = own('OwnNormalizeGradient', { ...read, gamma: scaled, dGamma, dBeta }, { all })
        // Those of this share, which are added to the others' with all gradients.
        return [dx, ...slopes]
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
