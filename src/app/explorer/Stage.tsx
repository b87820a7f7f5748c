import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { Diagram, type DiagramHandle, type DiagramProps, type Frame } from '../../diagram/Diagram'
import { pathAt, traced } from '../../nn/dependencies'
import type { Graph } from '../../nn/graph'
import { ErrorBoundary } from '../../ui/ErrorBoundary'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import { Problem } from '../../ui/Problem'
import { colouringOf } from './colouring'
import { marksOf } from '../state/edits'
import { leave as leaveFilm, reachedOf, toggleFilm, useFilm, usePlayer, useScene } from '../film/film'
import { Hint } from '../help/Hint'
import { useKeys } from '../help/keys'
import { useMaps } from '../run/maps'
import { Notices } from '../page/Notices'
import { figureMoved } from '../mirror/figure'
import { visibleAs } from '../state/network'
import { usePaced } from '../run/paced'
import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { look } from '../image/pictures'
import { useFinder } from '../search/finder'
import { FinderPanel } from '../search/FindTool'
import { TablePanel } from './TablePanel'
import { useThumbnails } from '../run/thumbnails'
import { useFirstLook } from '../trained/useFirstLook'
import { Toolbar } from '../toolbar/Toolbar'
import { zoomStep } from '../toolbar/ZoomTools'
import { useInsets } from './useInsets'

// Nobody traces, or sends anything through, before the picture is there.
const filmBar = loadable(() => import('../film/FilmBar').then((m) => m.FilmBar))
const traceBar = loadable(() => import('../trace/TraceBar').then((m) => m.TraceBar))

interface Props {
  readonly graph: Graph
  readonly diagram: RefObject<DiagramHandle | null>
  /** What fills the picture at first, where a slide says so. */
  readonly frame?: Frame
  /** Hides numbers that a slide asks for. */
  readonly veil?: DiagramProps['veil']
  /** A layer was chosen, also one that was selected already. */
  readonly onChoose?: () => void
}

/** The graph with what can be done with it above, and a table below. */
export function Stage({ graph, diagram, frame, veil, onChoose }: Props) {
  useEffect(look, [])
  const { edits, expanded, selected, hovered, axes, shown, trace, flow, scale, links, colour, at } =
    useStore()
  const { select, toggle, hover, openAll, setView } = useStore.getState()
  const covered = useRef<HTMLDivElement>(null)
  const insets = useInsets(covered)
  const progress = useSession((state) => (state.run.phase === 'running' ? state.run.doneNodes : undefined))
  const finished = usePaced((state) => state.finished)
  const thumbnails = useThumbnails(graph, expanded, finished, useFirstLook(graph))
  usePlayer(graph)
  const scene = useScene(graph)
  const isFilm = useFilm((state) => state.graph === graph && state.step !== null)
  const pictures = useMemo(
    () => (scene && thumbnails ? reachedOf(thumbnails, scene.lit) : thumbnails),
    [scene, thumbnails],
  )
  const maps = useMaps(graph)
  const colouring = useMemo(() => colouringOf(graph, expanded, colour), [graph, expanded, colour])
  const marks = useMemo(() => marksOf(edits, graph, expanded), [edits, graph, expanded])

  const found = useFinder((state) => state.lit)
  const lit = useMemo(
    () => (trace === null || selected === null ? undefined : traced(graph, selected, trace)),
    [graph, selected, trace],
  )
  // A path has no box that could be marked: while it is chosen, it stays in the light.
  const pointed = useMemo(() => pathAt(graph, hovered) ?? pathAt(graph, selected), [graph, hovered, selected])
  useKeys({
    fit: () => diagram.current?.fit(),
    zoomToSelection: () => selected !== null && diagram.current?.zoomTo(visibleAs(graph, expanded, selected)),
    zoomIn: () => diagram.current?.zoomBy(zoomStep),
    zoomOut: () => diagram.current?.zoomBy(1 / zoomStep),
    film: () => toggleFilm(graph),
    openAll: () => openAll(true),
    closeAll: () => openAll(false),
  })

  useEffect(() => {
    const id = useStore.getState().selected
    if (shown > 0 && id !== null) diagram.current?.zoomTo(id)
  }, [shown, diagram])

  return (
    <section className="stage" aria-label={`Graph of ${graph.architecture.title}`}>
      <Toolbar graph={graph} diagram={diagram} />
      <div ref={covered} className="diagram-frame">
        <ErrorBoundary
          about={graph.architecture.id}
          instead={(error, again) => (
            <Problem onRetry={again}>
              The picture cannot be shown: <q>{error.message}</q> The table and the lessons work without it.
            </Problem>
          )}
        >
          <Diagram
            ref={diagram}
            graph={graph}
            expanded={expanded}
            selected={selected}
            hovered={hovered && visibleAs(graph, expanded, hovered)}
            order={axes}
            direction={flow === 'auto' ? undefined : flow}
            scale={scale}
            links={links}
            colouring={colouring}
            maps={maps}
            aim={at}
            frame={frame}
            veil={veil}
            insets={insets}
            onMove={() => figureMoved()}
            onRest={(rest) => setView({ at: rest })}
            onSelect={(id) => {
              select(id)
              onChoose?.()
            }}
            onToggle={toggle}
            onHover={hover}
            marks={marks}
            lit={scene?.lit ?? found ?? lit ?? pointed}
            progress={scene?.now ?? progress}
            thumbnails={pictures}
          />
        </ErrorBoundary>
        <Notices />
        <FinderPanel graph={graph} />
        {isFilm && (
          <Part name="The film" of={filmBar} with={{ graph, diagram, insets }} onClose={leaveFilm} />
        )}
        {trace === null ? (
          !frame && <Hint />
        ) : (
          <Part
            name="The trace"
            of={traceBar}
            with={{ graph, direction: trace, selected }}
            onClose={() => useStore.getState().setTrace(null)}
          />
        )}
      </div>
      <TablePanel graph={graph} brief={frame !== undefined} />
    </section>
  )
}
