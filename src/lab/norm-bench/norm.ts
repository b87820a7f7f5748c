import { stream } from '../../exercises/random'

/** What a batch of one channel is described by. */
export interface Statistics {
  readonly mean: number
  /** Divided by the number of values, as the layer does while training. */
  readonly variance: number
}

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
  const { mean, variance } = statisticsOf(values)
  const unbiased = values.length > 1 ? (variance * values.length) / (values.length - 1) : variance
  return {
    mean: (1 - momentum) * running.mean + momentum * mean,
    variance: (1 - momentum) * running.variance + momentum * unbiased,
  }
}
