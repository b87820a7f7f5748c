import { choice, flag, words } from '../../shared/schema'
import { columns, ratios, type Row, rowsOf, sums } from './rows'

/** The rows of the table, the sums last. */
export const rows: readonly Row[] = [...rowsOf(), { at: 'sum', row: 'sum', cells: sums() }]

/** A cell by its row and column, counted from 0. */
export type Place = readonly [row: number, column: number]

export const key = ([row, column]: Place) => `${row}/${column}`

/** The cells that are not empty. */
export const places = rows.flatMap(({ cells }, row) =>
  columns.flatMap((name, column): Place[] => (cells[name] ? [[row, column]] : [])),
)

export const options = {
  hunt: flag(false, 'Rows are tested without counting, instead of cells counted.'),
  view: choice(['slide', 'counted'], 'slide', 'Which numbers the table shows.'),
  cell: choice(['', ...places.map(key)], '', 'The cell whose count is written out, as row/column from 0.'),
  checked: words(places.map(key), [], 'The cells that were counted.'),
  guessed: words(
    ratios().map(({ row }) => row),
    [],
    'The rows that the reader takes for inconsistent.',
  ),
}

export const readouts = ['K', 'implied by 4c'] as const
