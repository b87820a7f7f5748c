import { type RefObject, useEffect, useMemo } from 'react'
import { Diagram, type DiagramHandle } from '../diagram/Diagram'
import type { Graph } from '../nn/graph'
import { marksOf } from './edits'
import { Hint } from './Hint'
import { Notices } from './Notices'
import { visibleAs } from './network'
import { useSession } from './session'
import { useStore } from './store'
import { TablePanel } from './TablePanel'
import { useThumbnails } from './thumbnails'
import { Toolbar } from './toolbar/Toolbar'

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
}

/** The graph with what can be done with it above, and a table below. */
export function Stage({ graph, diagram }: Props) {
  const { edits, expanded, selected, hovered, axes, shown } = useStore()
  const { select, toggle, hover } = useStore.getState()
  const progress = useSession((state) => (state.phase === 'running' ? state.doneNodes : undefined))
  const thumbnails = useThumbnails(graph, expanded)
  const marks = useMemo(() => marksOf(edits, graph, expanded), [edits, graph, expanded])

  useEffect(() => {
    const id = useStore.getState().selected
    if (shown > 0 && id !== null) diagram.current?.zoomTo(id)
  }, [shown, diagram])

  return (
    <section className="stage" aria-label={`Graph of ${graph.architecture.title}`}>
      <Toolbar graph={graph} diagram={diagram} />
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
