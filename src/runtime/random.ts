/**
 * Random numbers that are the same in every engine and on every machine. Only operations that IEEE 754 rounds
 * exactly are used (+, −, ·, /, √); `Math.log` and `Math.cos` may differ in the last digit between browsers.
 */

/** A 32-bit hash of a text: FNV-1a over its UTF-16 code units, then a final mix. */
export function hash(text: string, seed: number): number {
  let h = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h ^ Math.imul(seed, 0x9e3779b9))
}

/** Spreads every bit of the input over the output (the finaliser of MurmurHash3). */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The i-th 32-bit number of a stream. */
export function bits(stream: number, i: number): number {
  return mix(stream + Math.imul(i + 1, 0x9e3779b9))
}

const steps = 1 << 16
let table: Float64Array | undefined

/** Quantiles of the standard normal distribution at (i + ½)/65,536. */
function quantiles(): Float64Array {
  if (!table) {
    table = new Float64Array(steps)
    for (let i = 0; i < steps / 2; i++) {
      const q = quantile((i + 0.5) / steps)
      table[i] = q
      table[steps - 1 - i] = -q
    }
  }
  return table
}

/**
 * Fills an array from the normal distribution with mean 0: a table of quantiles, linear in between. It takes the
 * numbers of the stream from `first` on, every `step`-th.
 */
export function fillNormal(
  values: Float32Array,
  deviation: number,
  stream: number,
  { first = 0, step = 1 } = {},
): Float32Array {
  const q = quantiles()
  for (let i = 0; i < values.length; i++) {
    const position = (bits(stream, first + i * step) / 4294967296) * (steps - 1)
    const at = Math.floor(position)
    values[i] = deviation * (q[at] + (position - at) * (q[at + 1] - q[at]))
  }
  return values
}

/** Natural logarithm of 0 < x < 1 to double precision, by exactly rounded operations only. */
export function ln(x: number): number {
  let exponent = 0
  while (x < 0.75) {
    x *= 2
    exponent--
  }
  // ln x = 2·artanh((x − 1)/(x + 1)), with |argument| ≤ 1/5.
  const z = (x - 1) / (x + 1)
  let sum = 0
  let power = z
  for (let k = 1; k < 30; k += 2) {
    sum += power / k
    power *= z * z
  }
  return 2 * sum + exponent * 0.6931471805599453
}

/** Quantile of the standard normal distribution for p < ½ (Wichura 1988, algorithm AS 241, PPND7). */
function quantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (
      (q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    )
  }
  const r = Math.sqrt(-ln(p))
  if (r <= 5) {
    const s = r - 1.6
    return -(
      (((0.17023821103 * s + 1.3067284816) * s + 2.75681539) * s + 1.4234372777) /
      ((0.12021132975 * s + 0.7370016425) * s + 1)
    )
  }
  const s = r - 5
  return -(
    (((0.017337203997 * s + 0.42868294337) * s + 3.081226386) * s + 6.657905115) /
    ((0.012258202635 * s + 0.24197894225) * s + 1)
  )
}
