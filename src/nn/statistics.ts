/**
 * What a lot of values looks like. Smallest, largest, mean and deviation are of the finite values alone, and NaN where
 * there is none.
 */
export interface Statistics {
  readonly count: number
  readonly min: number
  readonly max: number
  readonly mean: number
  /** Standard deviation of all values, not of a sample: √(Σ(x − mean)²/n). */
  readonly deviation: number
  /** Values that are exactly zero. */
  readonly zeros: number
  /** Values that are not a number, and infinite ones of either sign. */
  readonly nan: number
  readonly infinite: number
  /** Channels in which every value is exactly zero, in order. */
  readonly dead: readonly number[]
  /** Of the finite values that are not exactly zero. */
  readonly histogram: Histogram
}

/** Equal bins: bin i holds values from `from + i·step` up to, without it, `from + (i + 1)·step`. */
export interface Histogram {
  readonly from: number
  readonly step: number
  readonly counts: readonly number[]
}

/** Roughly this many bars fit a narrow panel. */
const wanted = 48

/** Values that are looked at between two chances to stop and let the page draw; under ten milliseconds. */
const chunk = 1 << 18

/**
 * Statistics of values in the order position, channel; `channels` is 1 where the values are no map.
 * @param pause called between chunks; what it returns is awaited, so that a page can draw a frame, and a rejection
 * stops the work
 */
export async function statisticsOf(
  values: Float32Array,
  channels: number,
  pause: () => Promise<void> = async () => {},
): Promise<Statistics> {
  let min = Infinity
  let max = -Infinity
  let sum = 0
  let zeros = 0
  let nan = 0
  let infinite = 0
  const alive = new Uint8Array(channels)
  for (let from = 0; from < values.length; from += chunk) {
    if (from > 0) await pause()
    const end = Math.min(values.length, from + chunk)
    for (let i = from, c = from % channels; i < end; i++) {
      const value = values[i]
      if (value === 0) zeros++
      else {
        alive[c] = 1
        if (value !== value) nan++
        else if (value === Infinity || value === -Infinity) infinite++
      }
      // Infinity minus itself is not a number, so this holds for finite values only.
      if (value - value === 0) {
        if (value < min) min = value
        if (value > max) max = value
        sum += value
      }
      c = c + 1 === channels ? 0 : c + 1
    }
  }
  const finite = values.length - nan - infinite
  const dead = values.length === 0 ? [] : [...alive.keys()].filter((channel) => alive[channel] === 0)
  if (finite === 0)
    return {
      ...{ count: values.length, min: NaN, max: NaN, mean: NaN, deviation: NaN, zeros, nan, infinite, dead },
      histogram: { from: 0, step: 1, counts: [] },
    }

  // Squares around the mean in a second pass: sums of squares lose small deviations beside a large mean.
  const mean = sum / finite
  const { from: start, step, bins } = binsOver(min, max)
  const counts = new Array<number>(bins).fill(0)
  let squares = 0
  for (let from = 0; from < values.length; from += chunk) {
    await pause()
    const end = Math.min(values.length, from + chunk)
    for (let i = from; i < end; i++) {
      const value = values[i]
      if (value - value !== 0) continue
      squares += (value - mean) ** 2
      if (value !== 0) counts[Math.max(0, Math.min(bins - 1, Math.floor((value - start) / step)))]++
    }
  }
  const deviation = Math.sqrt(squares / finite)
  return {
    ...{ count: values.length, min, max, mean, deviation, zeros, nan, infinite, dead },
    histogram: { from: start, step, counts },
  }
}

/** Bins with round edges over a range: the step is 1, 2 or 5 times a power of ten, and zero is an edge. */
export function binsOver(
  min: number,
  max: number,
): { readonly from: number; readonly step: number; readonly bins: number } {
  // A single value stands in one bin as wide as itself.
  const reach = max - min || Math.abs(max) || 1
  const least = max > min ? reach / wanted : reach
  const power = 10 ** Math.floor(Math.log10(least))
  const step = power * ([1, 2, 5].find((times) => times * power >= least * (1 - 1e-9)) ?? 10)
  const first = Math.floor(min / step)
  const end = Math.max(first + 1, Math.floor(max / step) + 1)
  return { from: first * step, step, bins: end - first }
}
