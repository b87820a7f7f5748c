import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import { Diagram, type DiagramHandle, type DiagramProps, type Frame } from '../../diagram/Diagram'
import { pathAt, traced } from '../../nn/dependencies'
import type { Graph } from '../../nn/graph'
import { Segmented } from '../../ui/Segmented'
import { useKeys } from '../help/keys'
import { Notices } from '../page/Notices'
import { visibleAs } from '../state/network'
import { useFinder } from '../search/finder'
import { FinderPanel } from '../search/FindTool'
import { usePaced } from '../run/paced'
import { setFigure } from '../mirror/figure'
import { useStore } from '../state/store'
import { look } from '../image/pictures'
import { Splitter, useSize } from '../explorer/Splitter'
import { TablePanel } from '../explorer/TablePanel'
import { useInsets } from '../explorer/useInsets'
import { useThumbnails } from '../run/thumbnails'
import { zoomStep } from '../toolbar/ZoomTools'
import { TraceBar } from '../trace/TraceBar'
import { closable } from '../route/fields'
import { alignment } from './alignment'
import './compare.css'
import { CompareTools, type Pane } from './CompareTools'
import type { Diff } from '../../nn/diff'
import { comparisonOf, newerOf, openBeside, selectedBeside, withSelected, withToggled } from './comparison'
import { markedWords } from './marked'
import { namesOf } from './names'
import { followFirst, useSecond } from './second'
import { marksApart, useReadingOf } from './reading'
import { onShow, show } from './show'
import { useStacked } from './useStacked'
import { Key } from './Totals'

interface Props {
  readonly left: Graph
  readonly right: Graph
  /** What fills both pictures at first, where a slide says so. */
  readonly frame?: Frame
  /** Hides numbers that a slide asks for. */
  readonly veil?: DiagramProps['veil']
  /** A layer of one of them was chosen, also one that was selected already. */
  readonly onChoose?: (side: 'left' | 'right') => void
}

/** The second picture's share of both, in per cent. */
const half = 50
const mostOfOne = 80

/** Both networks whole, as long as nothing is open; another object for other networks frames them anew. */
function useWhole(left: Graph, right: Graph): Frame | undefined {
  const [now, setNow] = useState(() => ({ left, right, frame: wholeIfClosed() }))
  if (
    now.left.architecture.id === left.architecture.id &&
    now.right.architecture.id === right.architecture.id
  )
    return now.frame
  const next = { left, right, frame: wholeIfClosed() }
  setNow(next)
  return next.frame
}

function wholeIfClosed(): Frame | undefined {
  const { expanded, besideOpen } = useStore.getState()
  return expanded.size + besideOpen.size === 0 ? { on: null } : undefined
}

/** As a whole both are read side by side on a phone; of a part the one that has what the other lacks. */
function firstPane(frame: Frame | undefined, diff: Diff): Pane {
  if (!frame) return 'left'
  return frame.on === null ? 'both' : newerOf(diff)
}

/** Two graphs side by side: what is opened, selected, pointed at or moved in one is so in the other. */
export function CompareStage({ left, right, frame: asked, veil, onChoose }: Props) {
  useEffect(look, [])
  const { expanded, selected, hovered, axes, besideOpen, besideNode, trace, shown } = useStore()
  const { select, toggle, hover, explore } = useStore.getState()
  const comparison = comparisonOf(left, right)
  const { diff } = comparison
  const reading = useReadingOf(diff)
  // Of networks that are built alike the layers whose weights differ carry the marks.
  const marks = useMemo(
    () =>
      reading?.isWhole && comparison.entries.length === 0
        ? marksApart(diff, reading.layers)
        : comparison.marks,
    [comparison, diff, reading],
  )
  const names = useMemo(() => namesOf(left, right), [left, right])
  const says = useMemo(() => markedWords(comparison, names, reading?.layers), [comparison, names, reading])
  const whole = useWhole(left, right)
  const frame = asked ?? whole
  const exploration = { expanded, selected, besideOpen, besideNode }
  // The same set while nothing opens, so that the picture stays as it is arranged.
  const open = useMemo(() => openBeside(diff, { expanded, besideOpen }), [diff, expanded, besideOpen])
  const beside = selectedBeside(diff, exploration)
  const [chosen, setPane] = useState<Pane | null>(null)
  const pane = chosen ?? firstPane(frame, diff)
  /** Pointed at on the right, where the left has nothing. */
  const [alone, setAlone] = useState<string | null>(null)
  // On slides two windows show the same, and a lesson has its own measure.
  const isSplit = asked === undefined
  const [share, setShare] = useSize('layerwise:panes', half, mostOfOne, 'tab')
  const panes = useRef<HTMLDivElement>(null)
  const isStacked = useStacked(panes)
  const covered = useRef<HTMLDivElement>(null)
  const insets = useInsets(covered)
  const one = useRef<DiagramHandle>(null)
  const other = useRef<DiagramHandle>(null)
  const both = (act: (diagram: DiagramHandle) => void) => {
    for (const { current } of [one, other]) if (current) act(current)
  }

  const finished = usePaced((state) => state.finished)
  const second = useSecond((state) => state.finished)
  const thumbnails = {
    left: useThumbnails(left, expanded, finished),
    right: useThumbnails(right, open, second),
  }
  const found = useFinder((state) => state.lit)
  const foundBeside = useFinder((state) => state.litBeside)
  const lit = useMemo(() => {
    const of = (graph: Graph, chosen: string | null, pointed: string | null) =>
      trace === null || chosen === null
        ? (pathAt(graph, pointed) ?? pathAt(graph, chosen))
        : traced(graph, chosen, trace)
    const across = hovered === null ? alone : (diff.left.partner.get(hovered) ?? null)
    return { left: of(left, selected, hovered), right: of(right, beside, across) }
  }, [left, right, diff, selected, beside, hovered, alone, trace])
  /** What the table is of. */
  const [tabled, setTabled] = useState<'left' | 'right'>('left')
  const partnerOf = (id: string | null) => (id === null ? null : (diff.left.partner.get(id) ?? null))
  const showBeside = (id: string) => show('right', id)
  const hoverBeside = (id: string | null) => {
    const partner = id === null ? undefined : diff.right.partner.get(id)
    hover(partner ?? null)
    setAlone(partner === undefined ? id : null)
  }

  const { lineUp, follow } = alignment({
    one,
    other,
    panes,
    left,
    right,
    diff,
    frame,
    isAsked: asked !== undefined,
  })

  useEffect(() => {
    const id = useStore.getState().selected
    if (shown > 0 && id !== null) show('left', id)
  }, [shown])

  useKeys({
    fit: () => both((diagram) => diagram.fit()),
    zoomIn: () => both((diagram) => diagram.zoomBy(zoomStep)),
    zoomOut: () => both((diagram) => diagram.zoomBy(1 / zoomStep)),
    openAll: () => openAll(true),
    closeAll: () => openAll(false),
  })
  useEffect(followFirst, [])
  useEffect(() => {
    const stops = [setFigure(one, 'left'), setFigure(other, 'right')]
    return () => stops.forEach((stop) => stop())
  }, [])

  useEffect(
    () =>
      onShow((side, id) => {
        explore(withSelected(diff, side, id, useStore.getState()))
        setPane((before) => ((before ?? firstPane(frame, diff)) === 'both' ? 'both' : side))
        const partner = diff[side].partner.get(id)
        // The pictures draw what has just been opened before they can go there.
        requestAnimationFrame(() => {
          const [here, there] = side === 'left' ? [one, other] : [other, one]
          here.current?.zoomTo(id)
          if (partner !== undefined) there.current?.zoomTo(partner)
        })
      }),
    [diff, explore, frame],
  )

  function openAll(isOpen: boolean): void {
    if (!isOpen) return explore({ expanded: new Set(), besideOpen: new Set() })
    explore({
      expanded: new Set(closable(left)),
      besideOpen: new Set(closable(right).filter((id) => !diff.right.partner.has(id))),
    })
  }

  return (
    <section className="stage compare-stage" aria-label={`Graphs of ${names.join(' and ')}`} data-pane={pane}>
      <CompareTools
        left={left}
        names={names}
        pane={pane}
        onPane={setPane}
        onOpenAll={openAll}
        onZoom={(factor) => both((diagram) => diagram.zoomBy(factor))}
        onFit={() => both((diagram) => diagram.fit())}
        pictures={[
          { graph: left, diagram: one, name: names[0] },
          { graph: right, diagram: other, name: names[1] },
        ]}
      />
      <div ref={covered} className="diagram-frame">
        <div
          ref={panes}
          className={isSplit ? 'panes split' : 'panes'}
          style={{ '--left': `${100 - share}fr`, '--right': `${share}fr` } as CSSProperties}
        >
          <section className="pane left" aria-label={names[0]}>
            <h2>
              <Key side="left" /> {names[0]}
            </h2>
            <div className="pane-diagram">
              <Diagram
                rolls={false}
                ref={one}
                frame={frame}
                veil={veil}
                insets={insets}
                onFrame={lineUp}
                graph={left}
                beside={right}
                expanded={expanded}
                selected={selected === null ? null : visibleAs(left, expanded, selected)}
                hovered={hovered}
                order={axes}
                direction="down"
                onSelect={(id) => {
                  select(id)
                  explore({ besideNode: null })
                  onChoose?.('left')
                }}
                onToggle={(id) => {
                  const isOpen = expanded.has(id)
                  toggle(id)
                  explore({ besideNode: null, ...(isOpen && closedWith(id)) })
                }}
                onHover={(id) => {
                  hover(id)
                  setAlone(null)
                }}
                onMove={(place) => follow('left', place)}
                marks={marks.left}
                saysOfMark={says.left}
                lit={found ?? lit.left}
                thumbnails={thumbnails.left}
              />
            </div>
          </section>
          {isSplit && (
            <Splitter
              size={share}
              onSize={setShare}
              of={`the picture of ${names[1]}`}
              controls="pane-right"
              below={isStacked}
              most={mostOfOne}
              start={half}
            />
          )}
          <section id="pane-right" className="pane right" aria-label={names[1]}>
            <h2>
              <Key side="right" /> {names[1]}
            </h2>
            <div className="pane-diagram">
              <Diagram
                rolls={false}
                ref={other}
                frame={frame}
                veil={veil}
                insets={insets}
                onFrame={lineUp}
                graph={right}
                beside={left}
                expanded={open}
                selected={beside === null ? null : visibleAs(right, open, beside)}
                hovered={hovered === null ? alone : partnerOf(hovered)}
                order={axes}
                direction="down"
                onSelect={(id) => {
                  explore(withSelected(diff, 'right', id, useStore.getState()))
                  onChoose?.('right')
                }}
                onToggle={(id) => explore(withToggled(diff, id, useStore.getState()))}
                onHover={hoverBeside}
                onMove={(place) => follow('right', place)}
                marks={marks.right}
                saysOfMark={says.right}
                lit={foundBeside ?? lit.right}
                thumbnails={thumbnails.right}
              />
            </div>
          </section>
        </div>
        <Notices />
        <FinderPanel graph={left} beside={{ graph: right, show: showBeside, names }} />
        {trace !== null && (
          <TraceBar
            graph={selected === null && beside !== null ? right : left}
            direction={trace}
            selected={selected ?? beside}
          />
        )}
      </div>
      <TablePanel
        graph={tabled === 'left' ? left : right}
        brief={asked !== undefined}
        link={
          tabled === 'left'
            ? undefined
            : {
                selected: beside,
                hovered: hovered === null ? alone : partnerOf(hovered),
                onSelect: showBeside,
                onHover: hoverBeside,
              }
        }
      >
        <div className="table-side">
          <Segmented
            small
            legend="Network of the table"
            value={tabled}
            onChange={setTabled}
            choices={[
              { value: 'left', label: names[0] },
              { value: 'right', label: names[1] },
            ]}
          />
        </div>
      </TablePanel>
    </section>
  )

  /** What only the right has inside a group that closes, closes too. */
  function closedWith(group: string) {
    const partner = diff.left.partner.get(group)
    return { besideOpen: new Set([...besideOpen].filter((id) => !id.startsWith(`${partner}/`))) }
  }
}
