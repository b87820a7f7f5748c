const whole = new Intl.NumberFormat('en')
const three = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })

/** `11,689,512`. */
export function count(value: number): string {
  return whole.format(value)
}

const steps = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const

/**
 * Three digits that matter, with the unit prefix: `11.7 M`.
 * @param beside what it is compared with: both get the prefix of the larger, so that `1.58 G` stands against `0.714 G`,
 * unless that leaves little of the smaller
 */
export function short(value: number, beside = 0): string {
  // Rounded first, so that 999,950 becomes 1 M and not 1,000 k.
  const rounded = Number(value.toPrecision(3))
  const stepOf = (of: number) => steps.find(([size]) => Math.abs(of) >= size)
  const shared = stepOf(Number(beside.toPrecision(3)))
  const step = shared && Math.abs(rounded) >= shared[0] / 10 ? shared : stepOf(rounded)
  return step ? `${three.format(rounded / step[0])} ${step[1]}` : three.format(rounded)
}

/** `25.7%`; a share that rounds to nothing is told from none. */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return '< 0.1%'
  return `${(share * 100).toFixed(1)}%`
}

const units = ['bytes', 'KiB', 'MiB', 'GiB']

/** `3.06 MiB`, in steps of 1024. */
export function bytes(value: number): string {
  const step = value < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(value) / 10))
  return `${three.format(value / 1024 ** step)} ${units[step]}`
}

/** A measured or computed value with three digits that matter, `1.2e-5` when far from one. */
export function measured(value: number): string {
  return withDigits(value, 3, three)
}

/** A value where there is room for six signs: three digits that matter, no more than three behind the point. */
export function tight(value: number): string {
  const size = Math.abs(value)
  const digits =
    size >= 1e5 || (size > 0 && size < 5e-4) ? value.toExponential(0) : three.format(Number(value.toFixed(3)))
  return Number.isFinite(value) ? digits.replaceAll('-', '−') : measured(value)
}

const four = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 })

/** A value in arithmetic, with four digits that matter: `0.4118`. */
export function exacter(value: number): string {
  return withDigits(value, 4, four)
}

function withDigits(value: number, digits: number, format: Intl.NumberFormat): string {
  if (value === 0) return '0'
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'not a number' : value > 0 ? '∞' : '−∞'
  const size = Math.abs(value)
  const text =
    size >= 1e5 || size < 1e-3 ? value.toExponential(digits - 1).replace(/\.?0+e/, 'e') : format.format(value)
  return text.replaceAll('-', '−')
}

/** `31 ms`, `1.27 s`. */
export function milliseconds(value: number): string {
  return value < 1000
    ? `${value < 10 ? three.format(value) : Math.round(value)} ms`
    : `${three.format(value / 1000)} s`
}

/** A sum of which a part could not be counted is told as a lower bound: `≥ 11,689,512`. */
export function atLeast(text: string, isIncomplete: boolean): string {
  return isIncomplete ? `≥ ${text}` : text
}

/** A difference with its sign: `+1,234`, `−1,234`. */
export function signed(value: number, format: (size: number) => string = count): string {
  return `${value < 0 ? '−' : '+'}${format(Math.abs(value))}`
}
