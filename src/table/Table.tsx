import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
} from 'react'
import type { Graph } from '../nn/graph'
import type { AxisOrder } from '../nn/shape'
import { Heads } from './Heads'
import { briefColumns, isWithin, nextSort, placeOf, type Row, sumOf } from './rows'
import { BodyRow, SumRow } from './Rows'
import { type Column, columns as allColumns, type Sort } from './sort'
import './table.css'
import { keyTarget, useGridFocus } from './useGridFocus'

interface Props {
  readonly graph: Graph
  /** In the order in which they stand. */
  readonly rows: readonly Row[]
  readonly order: AxisOrder
  readonly sort: Sort | null
  /** Nodes or groups of the graph, which need not have a row of their own. */
  readonly selected: string | null
  readonly hovered: string | null
  /** Whether only the columns are shown that a lecture speaks of. */
  readonly brief?: boolean
  readonly onSort: (sort: Sort | null) => void
  readonly onSelect: (id: string) => void
  readonly onHover: (id: string | null) => void
}

/** Until a row has been measured, in pixels. */
const usualRow = 30

/**
 * A grid of which only the rows in view are in the document, so that a thousand layers scroll like ten. Heads and
 * rows are one tab stop; the arrow keys move between them.
 */
export function Table({
  graph,
  rows,
  order,
  sort,
  selected,
  hovered,
  brief,
  onSort,
  onSelect,
  onHover,
}: Props) {
  const columns: readonly Column[] = brief ? briefColumns : allColumns
  const scroller = useRef<HTMLDivElement>(null)
  const { spot, at, moveTo } = useGridFocus(rows, selected)
  const [height, width] = graph.architecture.input
  const sum = useMemo(() => sumOf(rows), [rows])
  const incomplete = rows.some((row) => row.incomplete)
  const widths = useMemo(() => longest(rows), [rows])
  // Room for the heads above and the sums below, which lie over the rows.
  const covered = usualRow * 2.5
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRow,
    getItemKey: (index) => rows[index].id,
    overscan: 6,
    scrollPaddingEnd: covered,
    // The row that holds the tab stop stays, wherever the reader has scrolled to.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(at >= 0 && at < rows.length ? [at] : [])])].sort(
        (a, b) => a - b,
      ),
  })

  const focusNext = useRef(false)
  useEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    const name = spot.part === 'head' ? `[data-column="${spot.column}"]` : `[data-index="${at}"]`
    scroller.current?.querySelector<HTMLElement>(name)?.focus({ preventScroll: spot.part === 'row' })
  }, [spot, at])

  const reveal = useEffectEvent(() => {
    const place = placeOf(rows, selected)
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' })
  })
  useEffect(() => reveal(), [selected, graph])

  const focusRow = useCallback(
    (id: string) => {
      moveTo({ part: 'row', id })
      onHover(id)
    },
    [moveTo, onHover],
  )

  function press(event: KeyboardEvent) {
    const target = keyTarget(event, spot, at, rows, columns)
    if (target) {
      event.preventDefault()
      focusNext.current = true
      moveTo(target)
      if (target.part === 'row') virtual.scrollToIndex(rows.findIndex((row) => row.id === target.id))
    } else if (spot.part === 'row' && (event.key === 'Enter' || event.key === ' ')) {
      // It leads to its question.
      if ((event.target as Element).closest('.hidden-value')) return
      event.preventDefault()
      onSelect(spot.id)
    }
  }

  return (
    <div
      ref={scroller}
      className="grid-scroller"
      role="grid"
      aria-label={`Table of ${graph.architecture.title}`}
      // The heads and the sums are rows too.
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length}
      onKeyDown={press}
    >
      <div className={brief ? 'grid-width grid-brief' : 'grid-width'} role="presentation" style={widths}>
        <Heads
          columns={columns}
          order={order}
          sort={sort}
          tabStop={spot.part === 'head' ? spot.column : null}
          onFocus={(column) => moveTo({ part: 'head', column })}
          onSort={(column) => {
            onSort(nextSort(sort, column))
            scroller.current?.scrollTo({ top: 0 })
          }}
        />
        <div className="grid-body" role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            return (
              <BodyRow
                key={key}
                ref={virtual.measureElement}
                columns={columns}
                row={row}
                index={index}
                start={start}
                sum={incomplete ? null : sum}
                image={Math.max(height, width)}
                order={order}
                isSelected={selected !== null && isRelated(row.id, selected)}
                isHovered={hovered !== null && isRelated(row.id, hovered)}
                hasTabStop={index === at}
                onFocus={focusRow}
                onHover={onHover}
                onSelect={onSelect}
              />
            )
          })}
        </div>
        <SumRow columns={columns} sum={sum} incomplete={incomplete} index={rows.length} />
      </div>
    </div>
  )
}

/** The lengths of the longest name and kind, in characters, which their columns are as wide as. */
function longest(rows: readonly Row[]): CSSProperties {
  const most = (column: 'name' | 'kind') => Math.max(8, ...rows.map((row) => row[column].length))
  return { '--longest-name': most('name'), '--longest-kind': most('kind') } as CSSProperties
}

/** The row's own part, one inside it, or one around it. */
function isRelated(row: string, id: string): boolean {
  return isWithin(row, id) || isWithin(id, row)
}
