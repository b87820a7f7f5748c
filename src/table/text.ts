import { isHidden } from '../nn/hidden'
import { unknown } from '../nn/unknown'
import { type Quantity, quantities, type QuantityId, quantityIds } from '../nn/quantities'
import { type AxisOrder, formatShape } from '../nn/shape'
import { csvOf } from '../ui/csv'
import { atLeast, bytes, count } from '../ui/format'
import { type Row, sumOf } from './rows'
import type { Column } from './sort'

/** How an order of axes is written in a heading. */
export const axisWords: Readonly<Record<AxisOrder, string>> = { hwc: 'H×W×C', chw: 'C×H×W' }

/** What stands over a column. */
export function headOf(column: Column): string {
  if (column === 'name') return 'Name'
  if (column === 'kind') return 'What it is'
  return column === 'output' ? 'Output' : quantities[column].name
}

/** A quantity as a reader wants it; memory in steps of 1024 bytes, `≥` before what is a lower bound. */
export function inWords(id: QuantityId, value: number | null, incomplete: boolean): string {
  if (value === null) return '–'
  const text = id === 'memory' ? bytes(value) : count(value)
  return atLeast(text, incomplete && quantities[id].adds)
}

/** What stands in a cell with a number, or a question mark while a question hides it. */
export function numberIn(row: Row, column: 'output' | QuantityId, order: AxisOrder): string {
  if (isHidden(row.hides, column)) return unknown
  if (column === 'output') return formatShape(row.shape, order)
  return column === 'field' ? row.field || '–' : inWords(column, row.values[column], row.incomplete)
}

/** Comma-separated values: raw numbers and no sums, to be computed with. */
export function toCsv(rows: readonly Row[], order: AxisOrder): string {
  const head = [
    'id',
    headOf('name'),
    headOf('kind'),
    `${headOf('output')} (${axisWords[order]})`,
    ...quantityIds.map((id) => withUnit(quantities[id])),
    'Issue',
  ]
  const lines = rows.map((row) => [
    row.id,
    row.name,
    row.kind,
    numberIn(row, 'output', order),
    ...quantityIds.map((id) => (isHidden(row.hides, id) ? unknown : String(row.values[id] ?? ''))),
    row.issue ?? '',
  ])
  return csvOf([head, ...lines])
}

function withUnit({ name, unit }: Quantity): string {
  return name.toLowerCase() === unit.toLowerCase() ? name : `${name} (${unit})`
}

/** A Markdown table, numbers as they are on screen and the sums in its last line. */
export function toMarkdown(rows: readonly Row[], order: AxisOrder): string {
  const withIssues = rows.some((row) => row.issue)
  const issue = (text = '') => (withIssues ? [text] : [])
  const head = [
    headOf('name'),
    headOf('kind'),
    `${headOf('output')} (${axisWords[order]})`,
    ...quantityIds.map(headOf),
    ...issue('Issue'),
  ]
  const rule = head.map((_, at) => (at >= 2 && at < 3 + quantityIds.length ? '---:' : '---'))
  const lines = rows.map((row) => [
    row.name,
    row.kind,
    numberIn(row, 'output', order),
    ...quantityIds.map((id) => numberIn(row, id, order)),
    ...issue(row.issue),
  ])
  const sum = sumOf(rows)
  const incomplete = rows.some((row) => row.incomplete)
  const last = ['**Total**', '', '', ...quantityIds.map((id) => inWords(id, sum[id], incomplete)), ...issue()]
  return [head, rule, ...lines, last]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('')
}
