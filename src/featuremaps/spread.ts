import { statisticsOf } from '../nn/statistics'

/** How large the values of a layer are, and how many are silent. */
export interface Spread {
  /** √(mean of the squares) of the finite values: the norm of the activation over √(number of values). */
  readonly rms: number
  /** Share of values that are exactly 0, 0 to 1; behind a ReLU these are the units that let nothing pass. */
  readonly zeros: number
}

/** The spread of a layer's values; `pause` is awaited between chunks, so that nothing else has to wait for long. */
export async function spreadOf(values: Float32Array, pause?: () => Promise<void>): Promise<Spread> {
  const { mean, deviation, zeros, count } = await statisticsOf(values, 1, pause)
  // The mean of the squares is the square of the mean and the variance together.
  return { rms: Math.hypot(mean, deviation), zeros: count === 0 ? 0 : zeros / count }
}
