import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Graph } from '../../nn/graph'
import { rowsOf, sorted } from '../../table/rows'
import type { TableLevel } from '../../table/sort'
import { Table } from '../../table/Table'
import { TableBar } from '../../table/TableBar'
import { useHiddenNumbers } from '../state/hiddenNumbers'
import { useStore } from '../state/store'

interface Props {
  readonly graph: Graph
  readonly level: TableLevel
  readonly onClose: () => void
  readonly brief?: boolean
  /** Another network than the store's own, with what is lit in it. */
  readonly link?: TableLink
  /** Stands at the beginning of the bar. */
  readonly children?: ReactNode
}

/** How rows and the picture of a network know of each other. */
export interface TableLink {
  readonly selected: string | null
  readonly hovered: string | null
  readonly onSelect: (id: string) => void
  readonly onHover: (id: string | null) => void
}

/** The table of the network on the page; the store links it with the graph, both ways. */
export function TableContent({ graph, level, onClose, brief, link, children }: Props) {
  const axes = useStore((state) => state.axes)
  const sort = useStore((state) => state.sort)
  const selected = useStore((state) => state.selected)
  const hovered = useStore((state) => state.hovered)
  const { setTable, setSort, show, hover } = useStore.getState()
  const hidden = useHiddenNumbers(graph)
  const rows = useMemo(() => rowsOf(graph, level, hidden), [graph, level, hidden])
  const standing = useMemo(() => sorted(rows, sort), [rows, sort])
  const content = useRef<HTMLDivElement>(null)

  // On a phone the table covers the button that opened it; the keyboard goes on in the table. A slide opens it by itself,
  // and leaves the focus where it is.
  useEffect(() => {
    const back = content.current?.querySelector<HTMLElement>('.table-back')
    const isAsked = !brief || document.activeElement?.id === 'table-toggle'
    if (isAsked && back?.checkVisibility()) back.focus({ preventScroll: true })
    return () => hover(null)
  }, [hover, brief])

  const { onSelect, onHover, ...lit } = link ?? { selected, hovered, onSelect: show, onHover: hover }
  return (
    <div ref={content} className="table-content">
      {children}
      <TableBar
        rows={standing}
        order={axes}
        level={level}
        fileName={`${graph.architecture.id}-${level}`}
        onLevel={setTable}
        onClose={onClose}
      />
      <Table
        key={level}
        graph={graph}
        rows={standing}
        order={axes}
        sort={sort}
        {...lit}
        brief={brief}
        onSort={setSort}
        onSelect={onSelect}
        onHover={onHover}
      />
    </div>
  )
}
