import { PanelRightClose, PanelRightOpen } from 'lucide-react'
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react'
import type { DiagramHandle } from '../diagram/Diagram'
import { loadable } from '../ui/loadable'
import { Part } from '../ui/Part'
import './page/app.css'
import { DropTarget } from './image/DropTarget'
import { Header } from './explorer/Header'
import { asSeen, tryPrepare } from './image/image'
import { Inspector } from './inspector/Inspector'
import { graphOf, networkOf } from './state/network'
import { usePictures } from './image/pictures'
import { RunBar } from './run/RunBar'
import { Splitter, useInspectorSize } from './explorer/Splitter'
import { Stage } from './explorer/Stage'
import { useStore } from './state/store'
import { isCourse, type Route, useRoute } from './route/route'
// After every sheet that it shortens.
import './page/low.css'

// Only those who compare, or look through the gallery, fetch it.
const compareStage = loadable(() => import('./compare/CompareStage').then((m) => m.CompareStage))
const loadCourse = () => import('./course/Course')
const course = loadable(() => loadCourse().then((m) => m.Course))

/** Fetches the course, and the slide that the address names. */
export async function preloadCourse(): Promise<void> {
  await course.load()
  await (
    await loadCourse()
  ).firstIsReady
}

const gallery = loadable(() => import('./gallery/Gallery').then((m) => m.Gallery))
const lab = loadable(() => import('./lab/LabPage').then((m) => m.LabPage))
const measured = loadable(() => import('./measured/Measured').then((m) => m.Measured))
const comparePanel = loadable(() => import('./compare/ComparePanel').then((m) => m.ComparePanel))
// And only those who look at a single number, this.
const numberDialog = loadable(() => import('./number/NumberDialog').then((m) => m.NumberDialog))

/** What the address names, and on every page a place for an image to be dropped: a browser would leave the page for it. */
export function App() {
  const route = useRoute()
  return (
    <>
      <Page route={route} />
      <DropTarget key={placeOf(route)} />
    </>
  )
}

/** The page without what is chosen on it. */
function placeOf(route: Route): string {
  if (route.page === 'network') return `network ${route.network}`
  return route.page === 'lesson' ? `lesson ${route.lesson} ${route.step}` : route.page
}

/** The course, the recorded runs, a lab, one network, or all of them as pictures. */
function Page({ route }: { readonly route: Route }) {
  /** The reader has seen the network that the gallery leads back to. */
  const came = useRef(false)
  came.current ||= route.page === 'network' || route.page === 'unknown'
  const frame = { waiting: <main aria-busy />, around: aPage }
  if (isCourse(route))
    return <Part name="The course" of={course} with={{ route }} about={location.hash} {...frame} />
  switch (route.page) {
    case 'measured':
      return <Part name="This page" of={measured} with={{}} {...frame} />
    case 'lab':
      return <Part name="This page" of={lab} with={{ route }} {...frame} />
    case 'gallery':
      return (
        <Part
          name="The gallery"
          of={gallery}
          with={{ states: route.state, showsCurrent: came.current }}
          {...frame}
        />
      )
    default:
      return <NetworkPage />
  }
}

/** A page that did not come leaves the way to the networks, which are there. */
function aPage(problem: ReactNode) {
  return (
    <main className="broken">
      <h1>Layerwise</h1>
      {problem}
      <p>
        <a className="button" href="#/">
          To the networks
        </a>
      </p>
    </main>
  )
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
function NetworkPage() {
  const network = useStore((state) => state.network)
  const options = useStore((state) => state.options)
  const edits = useStore((state) => state.edits)
  const { graph, resolved } = networkOf(network, options, edits)
  const selected = useStore((state) => state.selected)
  const unit = useStore((state) => state.unit)
  const beside = useStore((state) => (state.beside === null ? null : graphOf(state.beside, {})))
  const pixels = usePixels(resolved.architecture.input)
  const diagram = useRef<DiagramHandle>(null)
  const [isOpen, setOpen] = useState(true)
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
        </button>
        {isOpen && <Splitter size={size} onSize={setSize} />}
        <aside id="inspector" className="inspector-frame" aria-label="Inspector" hidden={!isOpen}>
          {beside ? (
            <Part name="This panel" of={comparePanel} with={{ left: graph, right: beside }} />
          ) : (
            <Inspector graph={graph} resolved={resolved} pixels={pixels} />
          )}
        </aside>
      </main>
      <RunBar graph={graph} />
      {unit && selected !== null && graph.has(selected) === 'node' && (
        <Part
          name="This number"
          of={numberDialog}
          with={{ graph, node: graph.node(selected), unit, pixels }}
          onClose={() => useStore.getState().setUnit(null)}
        />
      )}
    </div>
  )
}

/** The chosen image at the network's size: known without any run. */
function usePixels([height, width, channels]: readonly [number, number, number]) {
  const picture = usePictures((state) => state.picture)
  const fit = useStore((state) => state.fit)
  return useMemo(() => {
    const pixels = picture && tryPrepare(picture, width, height, fit)
    return pixels && asSeen(pixels, channels)
  }, [picture, width, height, channels, fit])
}
