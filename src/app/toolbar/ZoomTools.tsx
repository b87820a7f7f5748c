import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import type { RefObject } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'

/** How much one press enlarges. */
export const zoomStep = 1.4

/** Smaller, larger, all of it. */
export function ZoomTools({ diagram }: { readonly diagram: RefObject<DiagramHandle | null> }) {
  return (
    <div className="tool-group tight" role="group" aria-label="Zoom">
      <button
        type="button"
        className="button small icon"
        aria-label="Zoom out"
        onClick={() => diagram.current?.zoomBy(1 / zoomStep)}
      >
        <ZoomOut aria-hidden size={16} />
      </button>
      <button
        type="button"
        className="button small icon"
        aria-label="Zoom in"
        onClick={() => diagram.current?.zoomBy(zoomStep)}
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
    </div>
  )
}
