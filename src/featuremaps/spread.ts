/** How large the values of a layer are, and how many are silent. */
export interface Spread {
  /** √(mean of the squares) of all values: the norm of the activation over √(number of values). */
  readonly rms: number
  /** Share of values that are exactly 0, 0 to 1; behind a ReLU these are the units that let nothing pass. */
  readonly zeros: number
}

/** Values that are looked at between two looks at the clock. */
const chunk = 1 << 16

/** A frame has about 16 ms; a fraction of it, in milliseconds, is ours. */
const slice = 6

/**
 * The spread of a layer's values; infinite ones and those that are no numbers are left out. `breathe` is waited for
 * whenever a few milliseconds have passed, so that nothing else has to wait for long.
 */
export async function spreadOf(values: Float32Array, breathe: () => Promise<void>): Promise<Spread> {
  let squares = 0
  let zeros = 0
  let broken = 0
  let last = performance.now()
  for (let from = 0; from < values.length; from += chunk) {
    const to = Math.min(values.length, from + chunk)
    for (let i = from; i < to; i++) {
      const value = values[i]
      if (value === 0) zeros++
      else if (Number.isFinite(value)) squares += value * value
      else broken++
    }
    if (performance.now() - last > slice) {
      await breathe()
      last = performance.now()
    }
  }
  const finite = values.length - broken
  return finite === 0 ? { rms: NaN, zeros: 0 } : { rms: Math.sqrt(squares / finite), zeros: zeros / finite }
}
