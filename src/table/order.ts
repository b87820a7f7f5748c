/** A column by which rows stand, and in which direction. */
export interface OrderBy<Column> {
  readonly column: Column
  readonly descending: boolean
}

/** What the next click on a column's head means: numbers largest first, words from A; the third click undoes it. */
export function nextOrder<Column>(
  order: OrderBy<Column> | null,
  column: Column,
  isWords: boolean,
): OrderBy<Column> | null {
  const descendingFirst = !isWords
  if (order?.column !== column) return { column, descending: descendingFirst }
  return order.descending === descendingFirst ? { column, descending: !descendingFirst } : null
}

const words = new Intl.Collator('en', { numeric: true })

/** Rows by a value, ties in their own order; what has no value comes last either way. */
export function ordered<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => number | string | null,
  descending: boolean,
): readonly Row[] {
  const sign = descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    if (typeof first === 'number' && typeof second === 'number') return sign * (first - second)
    return sign * words.compare(String(first), String(second))
  })
}
