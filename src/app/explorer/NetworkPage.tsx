import { PanelRightClose, PanelRightOpen } from 'lucide-react'
import { type CSSProperties, type ReactNode, useRef, useState } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { Inspector, preloadDetails } from '../inspector/Inspector'
import { asSheet } from '../page/asSheet'
import { useHead } from '../page/useHead'
import { preloadWeights, RunBar } from '../run/RunBar'
import { preloadSearch } from '../search/FindTool'
import { networkOf } from '../state/network'
import { useStore } from '../state/store'
import { preloadView } from '../toolbar/ViewMenu'
import { graphBeside } from '../trained/base'
import { Header, preloadDialogs } from './Header'
import { Splitter, useInspectorSize } from './Splitter'
import { Stage } from './Stage'
import { preloadTable } from './TablePanel'

// Only those who compare fetch it.
const compareStage = loadable(() => import('../compare/CompareStage').then((m) => m.CompareStage))
const comparePanel = loadable(() => import('../compare/ComparePanel').then((m) => m.ComparePanel))
// And only those who look at a single number, this.
const numberDialog = loadable(() => import('../number/NumberDialog').then((m) => m.NumberDialog))

/** Fetches what opens in the explorer, when the page has nothing better to do, so that it opens at once, also offline. */
export function preloadParts(): void {
  void preloadWeights().catch(() => {})
  preloadDetails()
  preloadDialogs()
  preloadTable()
  preloadSearch()
  preloadView()
}

/** A comparison that did not come can be left. */
function aStage(problem: ReactNode) {
  return (
    <section className="stage">
      {problem}
      <p>
        <button type="button" className="button" onClick={() => useStore.getState().compareWith(null)}>
          Stop comparing
        </button>
      </p>
    </section>
  )
}

/** The page of a network: header, graph, inspector, and where the run stands. */
export function NetworkPage() {
  const network = useStore((state) => state.network)
  const options = useStore((state) => state.options)
  const edits = useStore((state) => state.edits)
  const { graph, resolved } = networkOf(network, options, edits)
  const selected = useStore((state) => state.selected)
  const unit = useStore((state) => state.unit)
  const beside = useStore((state) =>
    state.beside === null ? null : graphBeside(state.beside, state.options),
  )
  const diagram = useRef<DiagramHandle>(null)
  useHead(
    `${resolved.architecture.title} · Layerwise`,
    `${resolved.architecture.title}, layer by layer: ${resolved.family.about}`,
  )
  const [isOpen, setOpen] = useInspector(selected, selected !== null && graph.has(selected) === 'node')
  const [size, setSize] = useInspectorSize()
  return (
    <div className="page">
      <Header resolved={resolved} />
      <main
        className="main"
        style={
          { '--share': isOpen ? `${size}%` : '0%', '--least': isOpen ? '22rem' : '0rem' } as CSSProperties
        }
      >
        {beside ? (
          <Part
            name="The comparison"
            of={compareStage}
            with={{ left: graph, right: beside }}
            about={beside.architecture.id}
            waiting={<section className="stage" aria-busy />}
            around={aStage}
          />
        ) : (
          <Stage graph={graph} diagram={diagram} />
        )}
        <button
          type="button"
          className="button icon inspector-toggle"
          aria-expanded={isOpen}
          aria-controls="inspector"
          aria-label={isOpen ? 'Close the inspector' : 'Open the inspector'}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <PanelRightClose aria-hidden size={18} /> : <PanelRightOpen aria-hidden size={18} />}
          {!isOpen && <span className="inspector-toggle-word">About it</span>}
        </button>
        {isOpen && <Splitter size={size} onSize={setSize} />}
        <aside id="inspector" className="inspector-frame" aria-label="Inspector" hidden={!isOpen}>
          {beside ? (
            <Part name="This panel" of={comparePanel} with={{ left: graph, right: beside }} />
          ) : (
            <Inspector graph={graph} resolved={resolved} />
          )}
        </aside>
      </main>
      <RunBar graph={graph} />
      {unit && selected !== null && graph.has(selected) === 'node' && (
        <Part
          name="This number"
          of={numberDialog}
          with={{ graph, node: graph.node(selected), unit }}
          onClose={() => useStore.getState().setUnit(null)}
        />
      )}
    </div>
  )
}

/**
 * Whether the inspector is open: where it is a sheet from the first layer on that is chosen, when an address chooses
 * something, or when it is asked for, since otherwise the graph needs the page, above all for a block that was opened.
 */
function useInspector(selected: string | null, isLayer: boolean) {
  const [isOpen, setOpen] = useState(() => selected !== null || !matchMedia(asSheet).matches)
  const [hasCome, setCome] = useState(selected !== null)
  const comes = selected !== null && (hasCome || isLayer)
  if (comes !== hasCome) {
    setCome(comes)
    if (comes && matchMedia(asSheet).matches) setOpen(true)
  }
  return [isOpen, setOpen] as const
}
