import { ChevronsDownUp, ChevronsUpDown, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { lazy, type RefObject, Suspense, useEffect, useMemo } from 'react'
import { Diagram, type DiagramHandle } from '../diagram/Diagram'
import type { Graph } from '../nn/graph'
import { flopsPerMac, ownDepth } from '../nn/totals'
import { count, short, signed } from '../ui/format'
import { Segmented } from '../ui/Segmented'
import { marksOf } from './edits'
import { Hint } from './Hint'
import { networkOf } from './network'
import { Notices } from './Notices'
import { visibleAs } from './network'
import { useSession } from './session'
import { useStore } from './store'
import { TablePanel, TableToggle } from './TablePanel'
import { useThumbnails } from './thumbnails'
import { Undo } from './Undo'
import { closable } from './url'

// Nothing is changed on the first screen.
const Changes = lazy(() => import('./Changes').then((m) => ({ default: m.Changes })))

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
}

/** The graph with the network's few most wanted numbers above it. */
export function Stage({ graph, diagram }: Props) {
  const { network, options, edits, expanded, selected, hovered, axes, shown } = useStore()
  const { select, toggle, hover, openAll, setAxes } = useStore.getState()
  const progress = useSession((state) => (state.phase === 'running' ? state.doneNodes : undefined))
  const thumbnails = useThumbnails(graph, expanded)
  const groups = useMemo(() => closable(graph).length, [graph])
  const { totals } = graph
  const marks = useMemo(() => marksOf(edits, graph, expanded), [edits, graph, expanded])
  const own = networkOf(network, {}).graph
  const isChanged = Object.keys(edits).length + Object.keys(options).length > 0

  useEffect(() => {
    const id = useStore.getState().selected
    if (shown > 0 && id !== null) diagram.current?.zoomTo(id)
  }, [shown, diagram])

  return (
    <section className="stage" aria-label={`Graph of ${graph.architecture.title}`}>
      <div className="toolbar">
        <p className="headline">
          <span>
            <b>{ownDepth(graph)}</b> layers deep
            <Delta by={ownDepth(graph) - ownDepth(own)} from={own} />
          </span>
          <span>
            <b>{count(totals.trainable)}</b> parameters
            <Delta by={totals.trainable - own.totals.trainable} from={own} />
          </span>
          <span title={`${count(totals.macs)} MACs = ${count(totals.macs * flopsPerMac)} FLOPs`}>
            <b>{short(totals.macs)}</b> MACs
            <Delta by={totals.macs - own.totals.macs} from={own} format={short} />
          </span>
        </p>
        <div className="tools">
          <Undo />
          {(isChanged || graph.issues.length > 0) && (
            <Suspense>
              <Changes graph={graph} />
            </Suspense>
          )}
          <button
            type="button"
            className="button small"
            disabled={expanded.size === groups}
            onClick={() => openAll(true)}
          >
            <ChevronsUpDown aria-hidden size={16} /> <span className="tool-text">Open all</span>
          </button>
          <button
            type="button"
            className="button small"
            disabled={expanded.size === 0}
            onClick={() => openAll(false)}
          >
            <ChevronsDownUp aria-hidden size={16} /> <span className="tool-text">Close all</span>
          </button>
          <TableToggle />
          <Segmented
            small
            legend="Order of the axes in shapes"
            value={axes}
            onChange={setAxes}
            choices={[
              { value: 'hwc', label: 'H×W×C', name: 'Height × width × channels' },
              { value: 'chw', label: 'C×H×W', name: 'Channels × height × width' },
            ]}
          />
          <span className="zoom">
            <button
              type="button"
              className="button small icon"
              aria-label="Zoom out"
              onClick={() => diagram.current?.zoomBy(1 / 1.4)}
            >
              <ZoomOut aria-hidden size={16} />
            </button>
            <button
              type="button"
              className="button small icon"
              aria-label="Zoom in"
              onClick={() => diagram.current?.zoomBy(1.4)}
            >
              <ZoomIn aria-hidden size={16} />
            </button>
            <button
              type="button"
              className="button small icon"
              aria-label="Show all of it"
              onClick={() => diagram.current?.fit()}
            >
              <Maximize aria-hidden size={16} />
            </button>
          </span>
        </div>
      </div>
      <div className="diagram-frame">
        <Diagram
          ref={diagram}
          graph={graph}
          expanded={expanded}
          selected={selected}
          hovered={hovered && visibleAs(graph, expanded, hovered)}
          order={axes}
          onSelect={select}
          onToggle={toggle}
          onHover={hover}
          marks={marks}
          progress={progress}
          thumbnails={thumbnails}
        />
        <Notices />
        <Hint />
      </div>
      <TablePanel graph={graph} />
    </section>
  )
}

interface DeltaProps {
  readonly by: number
  /** The network without changes. */
  readonly from: Graph
  readonly format?: (size: number) => string
}

/** How much more or less it is than the network as published. */
function Delta({ by, from, format }: DeltaProps) {
  if (by === 0) return null
  const against = `against ${from.architecture.title} without changes`
  return (
    <span className="delta" title={against}>
      {signed(by, format)} <span className="visually-hidden">{against}</span>
    </span>
  )
}
