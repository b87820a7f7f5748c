import { Focus, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import type { RefObject } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph } from '../../nn/graph'
import { withKey } from '../help/keys'
import { visibleAs } from '../state/network'
import { useStore } from '../state/store'

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
}

/** How much one press enlarges. */
export const zoomStep = 1.4

/** Smaller, larger, what is selected, all of it. */
export function ZoomTools({ graph, diagram }: Props) {
  const { selected, expanded } = useStore()
  return (
    <div className="tool-group tight" role="group" aria-label="Zoom">
      <button
        type="button"
        className="button small icon"
        aria-label="Zoom out"
        title={withKey('Zoom out', 'zoomOut')}
        onClick={() => diagram.current?.zoomBy(1 / zoomStep)}
      >
        <ZoomOut aria-hidden size={16} />
      </button>
      <button
        type="button"
        className="button small icon"
        aria-label="Zoom in"
        title={withKey('Zoom in', 'zoomIn')}
        onClick={() => diagram.current?.zoomBy(zoomStep)}
      >
        <ZoomIn aria-hidden size={16} />
      </button>
      <button
        type="button"
        className="button small icon"
        aria-label="Zoom to the selection"
        title={withKey('Zoom to the selection', 'zoomToSelection')}
        disabled={selected === null}
        onClick={() => selected !== null && diagram.current?.zoomTo(visibleAs(graph, expanded, selected))}
      >
        <Focus aria-hidden size={16} />
      </button>
      <button
        type="button"
        className="button small icon"
        aria-label="Show all of it"
        title={withKey('Show all of it', 'fit')}
        onClick={() => diagram.current?.fit()}
      >
        <Maximize aria-hidden size={16} />
      </button>
    </div>
  )
}
