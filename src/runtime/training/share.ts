import { type Tensor, tensor } from '@tensorflow/tfjs-core'
import type { Batch } from './batch'
import type { Meeting } from './meeting'
import type { BatchStatistics } from './normalization'

/** A worker's part of a batch, whose statistics and gradients are those of the whole. */
export interface Share {
  readonly meeting: Meeting
  /** Its own images, and those of all. */
  readonly own: number
  readonly of: number
}

/** A batch in parts as equal as can be, in its order. */
export function parted(batch: Batch, parts: number): readonly Batch[] {
  const [many, ...each] = batch.shape
  const values = each.reduce((a, b) => a * b, 1)
  const first = (part: number) => Math.ceil((part * many) / parts)
  return Array.from({ length: parts }, (_, i) => {
    const [from, to] = [first(i), first(i + 1)]
    return {
      images: batch.images.slice(from * values, to * values),
      shape: [to - from, ...each],
      labels: batch.labels.slice(from, to),
      classes: batch.classes,
    }
  })
}

/** Tells the others numbers, and is told theirs: worker by worker, tensor by tensor. */
export function told({ meeting }: Share, tensors: readonly Tensor[]): readonly (readonly Float32Array[])[] {
  let end = 0
  const spans = tensors.map(({ size }) => [end, (end += size)] as const)
  tensors.forEach((each, i) => meeting.own.set(each.dataSync(), spans[i][0]))
  return meeting.meet().map((room) => spans.map(([from, to]) => room.subarray(from, to)))
}

/** The sums over all shares, always added in the same order. */
export function summed(share: Share, tensors: readonly Tensor[]): Tensor[] {
  const all = told(share, tensors)
  return tensors.map(({ shape }, i) => {
    const sums = all[0][i].slice()
    for (const parts of all.slice(1)) parts[i].forEach((value, k) => (sums[k] += value))
    return tensor(sums, shape)
  })
}

/** Mean and variance over all shares, from those of each. */
export function agreed(share: Share, { mean, variance }: BatchStatistics): BatchStatistics {
  const weight = tensor([share.own / share.of])
  const all = told(share, [mean, variance, weight])
  weight.dispose()
  const over = (what: (part: readonly Float32Array[], channel: number) => number) =>
    Float32Array.from({ length: mean.size }, (_, channel) =>
      all.reduce((sum, part) => sum + part[2][0] * what(part, channel), 0),
    )
  const middle = over(([means], i) => means[i])
  const spread = over(([means, variances], i) => variances[i] + (means[i] - middle[i]) ** 2)
  return { mean: tensor(middle), variance: tensor(spread) }
}
