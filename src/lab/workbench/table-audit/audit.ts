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

export type Line = { readonly row: Row } | { readonly text: string; readonly problem: string }

/** Deviations up to this share may come from biases and the like. */
export const tolerance = 0.01

/** `2.7K`, `34M`, `1,024,000`; undefined where it is no number. */
export function printed(text: string, kilo: Kilo): Printed | undefined {
  const found = /^([\d,]+)(?:\.(\d+))?\s*([KMGB]?)$/i.exec(text.trim())
  if (!found) return undefined
  const [, whole, decimals = '', letter] = found
  const unit = { '': 1, K: kilo, M: 1e6, G: 1e9, B: 1e9 }[letter.toUpperCase()]!
  const value = Number(`${whole.replaceAll(',', '')}.${decimals || '0'}`) * unit
  const half = letter === '' && decimals === '' ? 0 : (unit * 10 ** -decimals.length) / 2
  return { value, low: value - half, high: value + half }
}

/** Height times width of `28×28×256`, `28x28` or `28`. */
export function positionsOf(text: string): number | undefined {
  const sides = text
    .trim()
    .split(/\s*[×x*]\s*/i)
    .map(Number)
  if (sides.some((side) => !Number.isInteger(side) || side < 1)) return undefined
  return sides[0] * (sides[1] ?? sides[0])
}

/** The rows of a table as text: name, output, parameters, MACs; between them tabs, bars, semicolons or wide gaps. */
export function readTable(text: string, kilo: Kilo): readonly Line[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Line => {
      const cells = line
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/\s*[\t|;]\s*|\s{2,}/)
        .map((cell) => cell.trim())
      if (cells.length !== 4)
        return {
          text: line,
          problem: `a row has four cells, name, output, params, MACs; this one has ${cells.length}`,
        }
      const [name, output, ...numbers] = cells
      const positions = positionsOf(output)
      const [params, macs] = numbers.map((number) => printed(number, kilo))
      if (positions === undefined) return { text: line, problem: `“${output}” is not a size such as 28×28` }
      if (!params || !macs || params.value === 0)
        return { text: line, problem: `“${numbers.join('” and “')}” should be numbers such as 159K and 128M` }
      return { row: { name, params, macs, positions } }
    })
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
