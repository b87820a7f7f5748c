import { SlidersHorizontal } from 'lucide-react'
import type { RefObject } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph } from '../../nn/graph'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { Popover } from '../../ui/Popover'

// Nobody opens it in the first second.
const settings = loadable(() => import('./ViewSettings').then((m) => m.ViewSettings))

/** Fetches the menu when the page has nothing better to do, so that it opens at once, also offline. */
export function preloadView(): void {
  // What does not come now is told when the menu is opened.
  void settings.load().catch(() => {})
}

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
}

/**
 * How the graph is drawn, and what is needed now and then: one line per setting, so that the toolbar keeps its width
 * however many there are.
 */
export function ViewMenu({ graph, diagram }: Props) {
  return (
    <Popover
      label="View: how the graph is drawn"
      button={
        <>
          <SlidersHorizontal aria-hidden size={16} /> <span className="tool-text">View</span>
        </>
      }
    >
      <Part name="This menu" of={settings} with={{ graph, diagram }} />
    </Popover>
  )
}
