import { Table2 } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import type { Graph } from '../../nn/graph'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { Splitter, useSize } from './Splitter'
import { useStore } from '../state/store'
import type { TableLink } from './TableContent'

// Not on the first screen, so fetched after it.
const content = loadable(() => import('./TableContent').then((m) => m.TableContent))

/** Fetches the table when the page has nothing better to do, so that it opens at once, also offline. */
export function preloadTable(): void {
  // What does not come now is told when the table is opened.
  void content.load().catch(() => {})
}

const toggleId = 'table-toggle'

/** In per cent of the graph's place. */
const usual = 42
const usualOnSlide = 70

/** Opens and closes the table. */
export function TableToggle() {
  const isOpen = useStore((state) => state.table !== null)
  return (
    <button
      id={toggleId}
      type="button"
      className="button small"
      aria-expanded={isOpen}
      aria-controls={isOpen ? 'table' : undefined}
      onClick={() => useStore.getState().setTable(isOpen ? null : 'stages')}
    >
      <Table2 aria-hidden size={16} /> <span className="tool-text">Table</span>
    </button>
  )
}

interface Props {
  readonly graph: Graph
  /** Whether it stands on a slide: fewer columns, and room for the stages of a network. */
  readonly brief?: boolean
  readonly link?: TableLink
  readonly children?: ReactNode
}

/** The table below the graph, while it is open. */
export function TablePanel({ graph, brief = false, link, children }: Props) {
  const level = useStore((state) => state.table)
  const start = brief ? usualOnSlide : usual
  const [size, setSize] = useSize(
    brief ? 'layerwise:slide-table' : 'layerwise:table',
    start,
    brief ? usualOnSlide : undefined,
  )
  if (level === null) return null
  return (
    <>
      <Splitter below size={size} onSize={setSize} of="the table" controls="table" start={start} />
      <section id="table" className="table-panel" style={sized(brief, `${size}%`)} aria-label="Table">
        <Part
          key={graph.architecture.id}
          name="The table"
          of={content}
          with={{ graph, level, onClose: close, brief, link, children }}
          waiting={<p className="table-waiting soft">Opening the table…</p>}
          onClose={close}
        />
      </section>
    </>
  )
}

/** On a slide the table is as high as its rows, so that the picture keeps the rest. */
function sized(brief: boolean, size: string): CSSProperties {
  return brief ? { maxBlockSize: size } : { blockSize: size }
}

function close(): void {
  useStore.getState().setTable(null)
  // The button that closed it is gone; on a phone the toggle is only now to be seen.
  requestAnimationFrame(() => document.getElementById(toggleId)?.focus())
}
