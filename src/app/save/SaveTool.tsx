import { Download } from 'lucide-react'
import { lazy, type RefObject, Suspense, useState } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph } from '../../nn/graph'

const SaveDialog = lazy(() => import('./SaveDialog').then((m) => ({ default: m.SaveDialog })))

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
}

/** Opens what saves the picture. */
export function SaveTool({ graph, diagram }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="button small" title="As SVG, PNG or PDF" onClick={() => setOpen(true)}>
        <Download aria-hidden size={16} /> Save the picture …
      </button>
      {isOpen && (
        <Suspense>
          <SaveDialog graph={graph} diagram={diagram} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
