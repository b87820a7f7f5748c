import { TriangleAlert } from 'lucide-react'
import { memo, type Ref } from 'react'
import { quantities, type QuantityId } from '../nn/quantities'
import { isHidden } from '../nn/hidden'
import type { AxisOrder } from '../nn/shape'
import { percent } from '../ui/format'
import { Hideable } from '../ui/Hideable'
import type { Row, Values } from './rows'
import type { Column } from './sort'
import { inWords, numberIn } from './text'

interface Props {
  readonly ref: Ref<HTMLDivElement>
  readonly columns: readonly Column[]
  readonly row: Row
  /** Counted from 0 among the rows below the heads. */
  readonly index: number
  /** Pixels below the heads. */
  readonly start: number
  /** What shares are of; null where not everything could be counted. */
  readonly sum: Values | null
  /** The longer side of the input image in pixels, which a receptive field is a share of. */
  readonly image: number
  readonly order: AxisOrder
  readonly isSelected: boolean
  readonly isHovered: boolean
  readonly hasTabStop: boolean
  readonly onFocus: (id: string) => void
  readonly onHover: (id: string | null) => void
  readonly onSelect: (id: string) => void
}

/** A stage or a layer; drawn again only when something of its own changes, not with every step of scrolling. */
export const BodyRow = memo(function BodyRow({ ref, columns, row, ...rest }: Props) {
  const { index, start, sum, image, order, ...state } = rest
  const { isSelected, isHovered, hasTabStop, onFocus, onHover, onSelect } = state
  return (
    <div
      ref={ref}
      role="row"
      data-index={index}
      data-row={row.id}
      className={`grid-row${isHovered ? ' lit' : ''}`}
      // The heads are the first row.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={hasTabStop ? 0 : -1}
      style={{ transform: `translateY(${start}px)` }}
      onFocus={() => onFocus(row.id)}
      onBlur={() => onHover(null)}
      onPointerEnter={() => onHover(row.id)}
      onPointerLeave={() => onHover(null)}
      onClick={() => onSelect(row.id)}
    >
      {columns.map((column) => (
        <BodyCell key={column} {...{ column, row, sum, image, order, hasTabStop }} />
      ))}
    </div>
  )
})

type CellProps = Pick<Props, 'row' | 'sum' | 'image' | 'order' | 'hasTabStop'> & { readonly column: Column }

function BodyCell({ column, row, sum, image, order, hasTabStop }: CellProps) {
  // A question mark is reached by keys from its row.
  const tabIndex = hasTabStop ? 0 : -1
  switch (column) {
    case 'name':
      return (
        <div role="rowheader" className="grid-cell" title={row.name}>
          {row.name}
        </div>
      )
    case 'kind':
      return (
        <div role="gridcell" className="grid-cell" title={row.kind}>
          <span
            className={row.family ? 'grid-dot' : 'grid-dot hollow'}
            style={row.family ? { background: `var(--family-${row.family})` } : undefined}
            aria-hidden
          />
          {row.kind}
          {row.issue && (
            <span className="grid-issue">
              <TriangleAlert aria-hidden size={14} /> {row.issue}
            </span>
          )}
        </div>
      )
    case 'output':
      return (
        <div role="gridcell" className="grid-cell number">
          <Hideable isHidden={isHidden(row.hides, 'output')} tabIndex={tabIndex}>
            {numberIn(row, 'output', order)}
          </Hideable>
        </div>
      )
    default:
      return (
        <Amount
          text={numberIn(row, column, order)}
          isHidden={isHidden(row.hides, column)}
          tabIndex={tabIndex}
          share={
            isHidden(row.hides, column)
              ? null
              : shareOf(column, row.values[column], sum?.[column] ?? null, image)
          }
          of={quantities[column].adds ? 'of the network' : 'of the side of the image'}
        />
      )
  }
}

/** 0 to 1 and, of a field that is larger than the image, more; of a sum of nothing, 0. */
function shareOf(id: QuantityId, value: number | null, sum: number | null, image: number): number | null {
  const whole = quantities[id].adds ? sum : image
  if (value === null || whole === null) return null
  return whole === 0 ? 0 : value / whole
}

interface AmountProps {
  readonly text: string
  readonly isHidden: boolean
  /** Of the question mark in its place. */
  readonly tabIndex: number
  readonly share: number | null
  readonly of: string
}

/** A number before a quiet bar of its share. */
function Amount({ text, isHidden, tabIndex, share, of }: AmountProps) {
  return (
    <div
      role="gridcell"
      className="grid-cell number"
      title={share === null ? undefined : `${text}, ${percent(share)} ${of}`}
    >
      {share !== null && share > 0 && (
        <span className="grid-bar" style={{ inlineSize: `${Math.min(1, share) * 100}%` }} aria-hidden />
      )}
      <span className="grid-number">
        <Hideable isHidden={isHidden} tabIndex={tabIndex}>
          {text}
        </Hideable>
      </span>
      {share !== null && <span className="visually-hidden">, {percent(share)}</span>}
    </div>
  )
}

interface SumProps {
  readonly columns: readonly Column[]
  readonly sum: Values
  readonly incomplete: boolean
  readonly index: number
}

/** What the rows add up to; it stays in view. */
export function SumRow({ columns, index, ...rest }: SumProps) {
  return (
    <div role="rowgroup" className="grid-sums">
      <div role="row" className="grid-row" aria-rowindex={index + 2}>
        {columns.map((column) => (
          <SumCell key={column} column={column} {...rest} />
        ))}
      </div>
    </div>
  )
}

type SumCellProps = Pick<SumProps, 'sum' | 'incomplete'> & { readonly column: Column }

function SumCell({ column, sum, incomplete }: SumCellProps) {
  if (column === 'name')
    return (
      <div role="rowheader" className="grid-cell">
        Total
      </div>
    )
  if (column === 'kind' || column === 'output') return <div role="gridcell" className="grid-cell" />
  return (
    <div role="gridcell" className="grid-cell number">
      {inWords(column, sum[column], incomplete)}
    </div>
  )
}
