import { quantities } from '../nn/quantities'
import type { AxisOrder } from '../nn/shape'
import { ariaSort, SortButton } from './SortButton'
import type { Column, Sort } from './sort'
import { axisWords, headOf } from './text'

interface Props {
  readonly columns: readonly Column[]
  readonly order: AxisOrder
  readonly sort: Sort | null
  /** The head that Tab leads to; null while it leads to a row. */
  readonly tabStop: Column | null
  readonly onFocus: (column: Column) => void
  readonly onSort: (column: Column) => void
}

/** The heads of the columns, which sort when pressed. */
export function Heads({ columns, order, sort, tabStop, onFocus, onSort }: Props) {
  return (
    <div role="rowgroup" className="grid-heads">
      <div role="row" className="grid-row" aria-rowindex={1}>
        {columns.map((column) => (
          <div key={column} role="columnheader" className="grid-cell" aria-sort={ariaSort(sort, column)}>
            <SortButton
              sort={ariaSort(sort, column)}
              data-column={column}
              tabIndex={column === tabStop ? 0 : -1}
              title={conventionOf(column)}
              onFocus={() => onFocus(column)}
              onClick={() => onSort(column)}
            >
              {headOf(column)}
              {column === 'output' && <span className="soft"> {axisWords[order]}</span>}
            </SortButton>
          </div>
        ))}
      </div>
    </div>
  )
}

function conventionOf(column: Column): string | undefined {
  return column === 'name' || column === 'kind' || column === 'output'
    ? undefined
    : quantities[column].convention
}
