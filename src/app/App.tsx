import { PanelRightClose, PanelRightOpen } from 'lucide-react'
import { type CSSProperties, lazy, Suspense, useMemo, useRef, useState } from 'react'
import type { DiagramHandle } from '../diagram/Diagram'
import { loadable } from '../ui/loadable'
import './page/app.css'
import { isCourse } from './course/address'
import { DropTarget } from './image/DropTarget'
import { Header } from './explorer/Header'
import { asSeen, tryPrepare } from './image/image'
import { Inspector } from './inspector/Inspector'
import { isMeasured } from './measured/address'
import { graphOf, networkOf } from './state/network'
import { usePictures } from './image/pictures'
import { RunBar } from './run/RunBar'
import { Splitter, useInspectorSize } from './explorer/Splitter'
import { Stage } from './explorer/Stage'
import { useStore } from './state/store'
import { useHash } from './route/useHash'
// After every sheet that it shortens.
import './page/low.css'

// Only those who compare, or look through the gallery, fetch it.
const CompareStage = lazy(() => import('./compare/CompareStage').then((m) => ({ default: m.CompareStage })))
const loadCourse = () => import('./course/Course')
const course = loadable(() => loadCourse().then((m) => m.Course))

/** Fetches the course, and the slide that the address names. */
export async function preloadCourse(): Promise<void> {
  await course.load()
  await (
    await loadCourse()
  ).firstIsReady
}

const Gallery = lazy(() => import('./gallery/Gallery').then((m) => ({ default: m.Gallery })))
const Measured = lazy(() => import('./measured/Measured').then((m) => ({ default: m.Measured })))
const ComparePanel = lazy(() => import('./compare/ComparePanel').then((m) => ({ default: m.ComparePanel })))
// And only those who look at a single number, this.
const NumberDialog = lazy(() => import('./number/NumberDialog').then((m) => ({ default: m.NumberDialog })))

/** The course, the recorded runs, one network, or all of them as pictures. */
export function App() {
  const hash = useHash()
  if (isMeasured(hash))
    return (
      <Suspense fallback={<main aria-busy />}>
        <Measured />
      </Suspense>
    )
  if (!isCourse(hash)) return <Explorer />
  const Course = course.current
  return (
    <Suspense fallback={<main aria-busy />}>
      <Course hash={hash} />
    </Suspense>
  )
}

function Explorer() {
  const isGallery = useStore((state) => state.gallery !== null)
  /** The reader has seen the network that the gallery leads back to. */
  const came = useRef(false)
  came.current ||= !isGallery
  if (!isGallery) return <NetworkPage />
  return (
    <Suspense fallback={<main aria-busy />}>
      <Gallery showsCurrent={came.current} />
    </Suspense>
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
          <Suspense fallback={<section className="stage" aria-busy />}>
            <CompareStage left={graph} right={beside} />
          </Suspense>
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
            <Suspense>
              <ComparePanel left={graph} right={beside} />
            </Suspense>
          ) : (
            <Inspector graph={graph} resolved={resolved} pixels={pixels} />
          )}
        </aside>
      </main>
      <RunBar graph={graph} />
      {unit && selected !== null && graph.has(selected) === 'node' && (
        <Suspense>
          <NumberDialog graph={graph} node={graph.node(selected)} unit={unit} pixels={pixels} />
        </Suspense>
      )}
      <DropTarget />
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
