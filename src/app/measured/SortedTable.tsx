import { type ReactNode, useMemo, useState } from 'react'
import { nextOrder, type OrderBy, ordered } from '../../table/order'
import { ariaSort, SortButton } from '../../table/SortButton'

interface TableColumn<Row> {
  readonly head: string
  /** What rows are sorted by; null where a row has none, which comes last. */
  readonly value: (row: Row) => number | string | null
  readonly cell: (row: Row) => ReactNode
}

interface Props<Row> {
  /** What the place that scrolls is called. */
  readonly label: string
  readonly caption?: string
  /** The first one names the row. */
  readonly columns: readonly TableColumn<Row>[]
  /** In the order in which they stand until a head is pressed. */
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
}

/** Measured figures as a table: a head sorts by its column, its second press the other way, and its third as before. */
export function SortedTable<Row>({ label, caption, columns, rows, keyOf }: Props<Row>) {
  const [order, setOrder] = useState<OrderBy<string> | null>(null)
  const column = columns.find(({ head }) => head === order?.column)
  const shown = useMemo(
    () => (column && order ? ordered(rows, column.value, order.descending) : rows),
    [rows, column, order],
  )
  const isWords = (value: (row: Row) => unknown) => typeof value(rows[0]) === 'string'
  return (
    <div className="zoo-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="zoo">
        {caption !== undefined && <caption className="visually-hidden">{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ head, value }) => (
              <th key={head} scope="col" aria-sort={ariaSort(order, head)}>
                <SortButton
                  sort={ariaSort(order, head)}
                  onClick={() => setOrder(nextOrder(order, head, isWords(value)))}
                >
                  {head}
                </SortButton>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ head, cell }, i) =>
                i === 0 ? (
                  <th key={head} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={head}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
