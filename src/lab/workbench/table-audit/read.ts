import { type Kilo, type Printed, printed, type Size, sizeOf } from './audit'
import { type CellRow, cellsOf } from './cells'

/** A row of a table in which every row is a part of one network. */
export interface Entry {
  readonly name: string
  /** The numbers as they are printed. */
  readonly said: { readonly output?: string; readonly params?: string; readonly macs?: string }
  readonly size?: Size
  readonly params?: Printed
  readonly macs?: Printed
  /** Channels of the paths whose outputs are concatenated, where the table lists them. */
  readonly paths: readonly { readonly name: string; readonly channels: number }[]
  /** Whether it is a sum of the rows above. */
  readonly isTotal: boolean
}

/** What could not be read, as a sentence, with the line it is about. */
export interface Unread {
  readonly text: string
  readonly problem: string
}

/** A table by rows. */
export interface RowTable {
  readonly entries: readonly Entry[]
  /** Rows without two numbers to hold against each other, such as pools. */
  readonly silent: readonly string[]
  readonly unread: readonly Unread[]
}

type Role = 'name' | 'output' | 'params' | 'macs' | 'path'

interface Columns {
  readonly roles: readonly (Role | null)[]
  /** Of a heading such as `Params (M)`: the unit of a cell that has none. */
  readonly units: readonly string[]
  readonly heads: readonly string[]
}

/** Reads a table of one network, row by row; its first line may name the columns. */
export function readRows(text: string, kilo: Kilo): RowTable {
  const [first, ...rest] = cellsOf(text)
  if (!first) return { entries: [], silent: [], unread: [] }
  const columns = headed(first)
  // Words of a heading that only spaces part cannot be told into columns; its rows can.
  const isHeading = columns !== undefined || (first.isLoose && namesColumns(first.text))
  const entries: Entry[] = []
  const silent: string[] = []
  const unread: Unread[] = []
  for (const row of isHeading ? rest : [first, ...rest]) {
    const read = entryOf(row, columns ?? unheaded(row), kilo)
    if (typeof read === 'string') unread.push({ text: row.text, problem: read })
    else if (!read.params && !read.macs && read.paths.length < 2) silent.push(read.name)
    else entries.push(read)
  }
  return { entries, silent, unread }
}

const patterns: readonly (readonly [Role, RegExp])[] = [
  ['params', /param|weights/i],
  ['macs', /\bmacs?\b|flop|\bops\b|mult-?\s?add|madd/i],
  ['output', /output|size|resolution/i],
  ['path', /^#?\s*(\d+\s*[×x]\s*\d+|pool\s*proj.*)$/i],
]

const namesColumns = (text: string) =>
  patterns.some(([role, pattern]) => role !== 'output' && pattern.test(text))

/** What the columns are, where the line names them; undefined where it is a row. */
function headed({ cells, isLoose }: CellRow): Columns | undefined {
  if (isLoose) return undefined
  const roles = cells.map((cell) => patterns.find(([, pattern]) => pattern.test(cell))?.[0] ?? null)
  if (!roles.includes('params') && !roles.includes('macs')) return undefined
  if (cells.some((cell) => printed(cell, 1000) !== undefined)) return undefined
  const name = roles.indexOf(null)
  const units = cells.map((cell) => /\(\s*(?:in\s+)?([KMGB])\s*\)/i.exec(cell)?.[1] ?? '')
  return { roles: roles.map((role, i) => (i === name ? 'name' : role)), units, heads: cells }
}

/** A row without headings: name, output, params, MACs; what stands between is not used. */
function unheaded({ cells }: CellRow): Columns {
  const output = cells.findIndex((cell, i) => i > 0 && sizeOf(cell) !== undefined && /\D/.test(cell))
  const at = output > 0 ? output : 1
  const last = cells.length - 1
  const hasBoth = last - at >= 2 && [last - 1, last].every((i) => printed(cells[i], 1000))
  return {
    roles: cells.map((_, i) => {
      if (i === 0) return 'name'
      if (i === at) return 'output'
      if (cells.length !== 4 && !hasBoth) return null
      if (i === last) return 'macs'
      return i === last - 1 ? 'params' : null
    }),
    units: cells.map(() => ''),
    heads: cells.map(() => ''),
  }
}

const empty = /^[-–—]?$/

function entryOf({ cells }: CellRow, { roles, units, heads }: Columns, kilo: Kilo): Entry | string {
  if (cells.length < 3)
    return `a row needs a name, an output and a number; this one has ${cells.length === 1 ? 'one cell' : `${cells.length} cells`}`
  if (cells.length !== roles.length && heads.some((head) => head !== ''))
    return `the first line names ${roles.length} columns; this row has ${cells.length} cells`
  if (
    !roles.includes('params') &&
    !roles.includes('macs') &&
    cells.some((cell) => /^[\d.,]+[KMG]$/i.test(cell))
  )
    return 'a row has four cells, name, output, params and MACs, unless a first line names the columns'
  const cellOf = (role: Role): { readonly text: string; readonly unit: string } | undefined => {
    const at = roles.indexOf(role)
    return at < 0 || empty.test(cells[at]) ? undefined : { text: cells[at], unit: units[at] }
  }
  const [output, params, macs] = [cellOf('output'), cellOf('params'), cellOf('macs')]
  const size = output && sizeOf(output.text)
  if (output && !size) return `“${output.text}” is not a size such as 28×28`
  const numberOf = (cell: typeof params) =>
    cell && (printed(/[a-z]$/i.test(cell.text) ? cell.text : cell.text + cell.unit, kilo) ?? null)
  const [weights, work] = [numberOf(params), numberOf(macs)]
  if (weights === null || work === null || weights?.value === 0)
    return `“${[params, macs].flatMap((cell) => cell?.text ?? []).join('” and “')}” should be numbers such as 159K and 128M`
  const name = cells[Math.max(0, roles.indexOf('name'))]
  return {
    name,
    said: {
      ...(output && { output: output.text }),
      ...(params && { params: params.text }),
      ...(macs && { macs: macs.text }),
    },
    ...(size && { size }),
    ...(weights && { params: weights }),
    ...(work && { macs: work }),
    paths: roles.flatMap((role, i) => {
      const channels = Number(cells[i])
      return role === 'path' && Number.isInteger(channels) && channels > 0
        ? [{ name: heads[i], channels }]
        : []
    }),
    isTotal: /^(total|sum|all|whole)\b/i.test(name),
  }
}

/** As many whole lines of a text as have room. */
export function fitting(text: string, longest: number): string {
  if (text.length <= longest) return text
  const end = text.lastIndexOf('\n', longest)
  return text.slice(0, end > 0 ? end : longest)
}
