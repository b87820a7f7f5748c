import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ComponentProps } from 'react'
import type { OrderBy } from './order'
import './sort-button.css'

/** What a column's head says of the order to those who do not see its arrow. */
export function ariaSort<Column>(order: OrderBy<Column> | null, column: Column) {
  return order?.column !== column ? 'none' : order.descending ? 'descending' : 'ascending'
}

interface Props extends ComponentProps<'button'> {
  /** Whether rows stand by its column, and in which direction. */
  readonly sort: ReturnType<typeof ariaSort>
}

/** The head of a column, which sorts when pressed. */
export function SortButton({ sort, children, ...button }: Props) {
  return (
    <button type="button" className="grid-head" {...button}>
      {children}
      <span className="grid-arrow" aria-hidden>
        {sort === 'descending' && <ArrowDown size={14} />}
        {sort === 'ascending' && <ArrowUp size={14} />}
      </span>
    </button>
  )
}
