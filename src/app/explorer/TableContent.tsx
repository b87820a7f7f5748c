import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Graph } from '../../nn/graph'
import { rowsOf, sorted } from '../../table/rows'
import type { Panel } from '../../table/sort'
import { Table } from '../../table/Table'
import { TableBar } from '../../table/TableBar'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { useHiddenNumbers } from '../state/hiddenNumbers'
import { useStore } from '../state/store'

// What writes programs is fetched when somebody reads one.
const code = loadable(() => import('./CodeContent').then((m) => m.CodeContent))

interface Props {
  readonly graph: Graph
  readonly level: Panel
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
  const rows = useMemo(() => (level === 'code' ? [] : rowsOf(graph, level, hidden)), [graph, level, hidden])
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
  const bar = (formats?: ReactNode) => (
    <TableBar
      rows={standing}
      order={axes}
      level={level}
      fileName={`${graph.architecture.id}-${level}`}
      onLevel={setTable}
      onClose={onClose}
    >
      {formats}
    </TableBar>
  )
  return (
    <div ref={content} className="table-content">
      {children}
      {level === 'code' ? (
        <Part
          name="The program"
          of={code}
          with={{ graph, bar, selected: lit.selected, onSelect, onHover }}
          onClose={onClose}
        />
      ) : (
        <>
          {bar()}
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
        </>
      )}
    </div>
  )
}
