import { stream } from '../../../exercises/random'

/** What a batch of one channel is described by. */
export interface Statistics {
  readonly mean: number
  /** Divided by the number of values, as the layer does while training. */
  readonly variance: number
}

/** Running statistics before the first batch. */
export const fresh: Statistics = { mean: 0, variance: 1 }

/** The batch of the questions of the course, small enough to be computed by hand. */
export const given: readonly number[] = [1, 2, 3, 4]

/** Values of one channel over a batch: a lopsided heap, drawn from a seed, as activations often are. */
export function batchOf(size: number, seed: number): readonly number[] {
  const random = stream(`batch ${seed}`)
  // The sum of three is near a normal distribution, its square leans to one side.
  return Array.from(
    { length: size },
    () => 4 + 3 * (random() + random() + random() - 1.5) + 2 * random() ** 3,
  )
}

export function statisticsOf(values: readonly number[]): Statistics {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length }
}

/** The variance divided by n − 1; of a single value, where that is 0/0, it is taken as 0. */
export function unbiasedOf(values: readonly number[]): number {
  const { variance } = statisticsOf(values)
  return values.length > 1 ? (variance * values.length) / (values.length - 1) : 0
}

/** γ·(x − μ)/√(σ² + ε) + β (Ioffe and Szegedy 2015, algorithm 1). */
export function normalized(
  values: readonly number[],
  { mean, variance }: Statistics,
  { gamma = 1, beta = 0, epsilon = 1e-5 } = {},
): readonly number[] {
  return values.map((value) => (gamma * (value - mean)) / Math.sqrt(variance + epsilon) + beta)
}

/** Running statistics after one more batch; PyTorch's momentum, and its unbiased variance (÷ n − 1). */
export function updated(running: Statistics, values: readonly number[], momentum: number): Statistics {
  const { mean } = statisticsOf(values)
  return {
    mean: (1 - momentum) * running.mean + momentum * mean,
    variance: (1 - momentum) * running.variance + momentum * unbiasedOf(values),
  }
}

/** What ε can be, from 10⁻⁵ to 1: three to a power of ten, each about twice the one before. */
export const epsilons: readonly number[] = Array.from({ length: 16 }, (_, i) =>
  Number(`${[1, 2, 5][i % 3]}e${Math.floor(i / 3) - 5}`),
)

/** Values that differ by less count as the same: a slider can be dragged that near. */
const near = 0.01

/** Whether the layer gives back what came in, and how far off it is at most. */
export function undone(
  before: readonly number[],
  after: readonly number[],
): { readonly difference: number; readonly is: boolean } {
  const difference = Math.max(...before.map((value, i) => Math.abs(after[i] - value)))
  return { difference, is: difference < near }
}

/** What pictures of values show. */
export const shown = { from: -6, to: 10 } as const

/** Bars of a histogram, half a unit wide; what lies beyond falls into the outer ones. */
export function binned(
  values: readonly number[],
): readonly { readonly from: number; readonly to: number; readonly count: number }[] {
  const counts = new Array<number>(2 * (shown.to - shown.from)).fill(0)
  for (const value of values)
    counts[Math.min(counts.length - 1, Math.max(0, Math.floor((value - shown.from) * 2)))]++
  return counts.map((count, i) => ({ from: shown.from + i / 2, to: shown.from + (i + 1) / 2, count }))
}

/** Four decimals, as the questions of the course ask for: `−1.3416`. */
export function decimals(value: number): string {
  // What rounds to nothing has no sign.
  return (Math.abs(value) < 0.00005 ? 0 : value).toFixed(4).replace('-', '−')
}
