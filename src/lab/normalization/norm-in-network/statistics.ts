import type { Seen } from '../../../runtime/training/measures'

/** What a normalization had stored when its training ended. */
export interface Stored {
  readonly gamma: Float32Array
  readonly beta: Float32Array
  readonly mean: Float32Array
  readonly variance: Float32Array
}

/** A value divided by a variance needs this much more than nothing below it; that of the networks here. */
const epsilon = 1e-5

/**
 * How far what comes to a normalization has moved from what it came to know: the distance of the means in stored standard
 * deviations, on average over its channels.
 */
export function shiftOf(now: Pick<Seen['norms'][number], 'mean'>, { mean, variance }: Stored): number {
  const distances = mean.map((value, c) => Math.abs(now.mean[c] - value) / Math.sqrt(variance[c] + epsilon))
  return distances.reduce((sum, distance) => sum + distance, 0) / mean.length
}

/** The values of one channel, or of all. */
export function channelOf(values: Float32Array, channels: number, channel: number | null): Float32Array {
  return channel === null ? values : values.filter((_, i) => i % channels === channel)
}

/** Mean, standard deviation, and the share of values below zero, which a ReLU cuts. */
export interface Summary {
  readonly mean: number
  readonly deviation: number
  readonly below: number
}

export function summaryOf(values: Float32Array): Summary {
  let [sum, below] = [0, 0]
  for (const value of values) {
    sum += value
    if (value < 0) below++
  }
  const mean = sum / values.length
  let squares = 0
  for (const value of values) squares += (value - mean) ** 2
  return { mean, deviation: Math.sqrt(squares / values.length), below: below / values.length }
}

export interface Bin {
  readonly from: number
  readonly to: number
  readonly share: number
}

/** Bars of a histogram. */
const bars = 48

/** Values in bars of equal width around their mean, four standard deviations to each side; the outer bars hold what is beyond. */
export function binned(values: Float32Array): readonly Bin[] {
  const { mean, deviation } = summaryOf(values)
  const reach = 4 * (deviation || 1)
  const [first, step] = [mean - reach, (2 * reach) / bars]
  const counts = new Uint32Array(bars)
  for (const value of values) counts[Math.max(0, Math.min(bars - 1, Math.floor((value - first) / step)))]++
  return Array.from(counts, (count, i) => ({
    from: first + i * step,
    to: first + (i + 1) * step,
    share: count / values.length,
  }))
}

/** How many drawings a network names rightly. @param shares [drawings, classes] row by row */
export function rightOf(shares: Float32Array, labels: readonly number[]): number {
  return labels.filter((label, i) => answerOf(shares, labels.length, i) === label).length
}

/** The likeliest class of one drawing of a batch. */
export function answerOf(shares: Float32Array, drawings: number, i: number): number {
  const classes = shares.length / drawings
  const own = shares.subarray(i * classes, (i + 1) * classes)
  return own.reduce((best, share, k) => (share > own[best] ? k : best), 0)
}

/** Numbers whose 32 bits differ. */
export function changedIn(before: Float32Array, after: Float32Array): number {
  const bits = (values: Float32Array) => new Uint32Array(values.buffer, values.byteOffset, values.length)
  const [was, is] = [bits(before), bits(after)]
  return was.reduce((sum, value, i) => sum + (value === is[i] ? 0 : 1), 0)
}
