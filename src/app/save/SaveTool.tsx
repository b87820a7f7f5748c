import { Download } from 'lucide-react'
import { type RefObject, useState } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph } from '../../nn/graph'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'

const dialog = loadable(() => import('./SaveDialog').then((m) => m.SaveDialog))

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
}

/** Opens what saves the picture. */
export function SaveTool({ graph, diagram }: Props) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="button small" title="As SVG, PNG or PDF" onClick={() => setOpen(true)}>
        <Download aria-hidden size={16} />
        <span>
          Save<span className="first-to-go"> the picture</span> …
        </span>
      </button>
      {isOpen && (
        <Part name="This dialog" of={dialog} with={{ graph, diagram, onClose: close }} onClose={close} />
      )}
    </>
  )
}
