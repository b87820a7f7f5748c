/** A number as it is printed, with what its rounding leaves open: `159K` is anything from 158.5K to 159.5K. */
export interface Printed {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** What `K` stands for; both are in use, sometimes in one table. */
export type Kilo = 1000 | 1024

export interface Row {
  readonly name: string
  readonly params: Printed
  readonly macs: Printed
  /** Output height × width. */
  readonly positions: number
}

export interface Audited extends Row {
  /** MACs over params: every weight is used once at each position of the output. */
  readonly ratio: number
  /** How far that is from the positions, as a share of them. */
  readonly off: number
  /** `rounding`: the printed digits allow it. */
  readonly verdict: 'fits' | 'rounding' | 'wrong'
}

/** Deviations up to this share may come from biases and the like. */
export const tolerance = 0.01

/** A printed number is told from a counted one when they are further apart than this, as a share of the counted one. */
export const near = 0.03

const units = { '': 1, K: undefined, M: 1e6, G: 1e9, B: 1e9, T: 1e12 } as const

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `2.7K`, `34M`, `1,024,000`, `3.6×10^9`, also where the copy lost the exponent's place (`3.6×109`); undefined where it is no number. */
export function printed(text: string, kilo: Kilo): Printed | undefined {
  const bare = text
    .trim()
    .replaceAll(/[⁰-⁹¹²³]/g, (digit) => String(superscripts.indexOf(digit)))
    .replace(/\s*(params?|parameters|weights|FLOPs|MACs|mult-adds?|ops)\.?$/i, '')
  const powers = /^(\d+)(?:\.(\d+))?\s*(?:[×x*·]\s*10\s*\^?\s*\{?(\d{1,2})\}?|e\+?(\d{1,2}))$/i.exec(bare)
  if (powers) {
    const [, whole, decimals = '', ten, e] = powers
    return rounded(Number(`${whole}.${decimals || '0'}`), decimals.length, 10 ** Number(ten ?? e), true)
  }
  const found = /^~?((?:\d{1,3}(?:,\d{3})+)|\d+)(?:\.(\d+))?\s*([KMGBT]?)$/i.exec(bare)
  if (!found) return undefined
  const [, whole, decimals = '', letter] = found
  const unit = units[letter.toUpperCase() as keyof typeof units] ?? kilo
  const value = Number(`${whole.replaceAll(',', '')}.${decimals || '0'}`)
  return rounded(value, decimals.length, unit, letter !== '' || decimals !== '')
}

function rounded(value: number, decimals: number, unit: number, isRounded: boolean): Printed {
  const half = isRounded ? (unit * 10 ** -decimals) / 2 : 0
  return { value: value * unit, low: value * unit - half, high: value * unit + half }
}

/** Height and width of `28×28×256`, `28x28` or `28`, and the channels where they are said. */
export function sizeOf(text: string): Size | undefined {
  const sides = text
    .trim()
    .split(/\s*[×x∗*]\s*/i)
    .map(Number)
  if (sides.length > 3 || sides.some((side) => !Number.isInteger(side) || side < 1)) return undefined
  const [height, width = height, channels] = sides
  return { height, width, ...(channels !== undefined && { channels }) }
}

/** Output height, width and, where a table says them, channels. */
export interface Size {
  readonly height: number
  readonly width: number
  readonly channels?: number
}

/** The ratio test: in a stage of convolutions at one size, MACs = weights × positions. */
export function audit(row: Row): Audited {
  const { params, macs, positions } = row
  const ratio = macs.value / params.value
  const off = ratio / positions - 1
  const allowed = macs.low / params.high <= positions && positions <= macs.high / params.low
  const verdict = allowed
    ? Math.abs(off) > tolerance
      ? 'rounding'
      : 'fits'
    : Math.abs(off) > tolerance
      ? 'wrong'
      : 'fits'
  return { ...row, ratio, off, verdict }
}
