import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import { Diagram, type DiagramHandle, type DiagramProps, type Frame } from '../../diagram/Diagram'
import type { Place } from '../../diagram/camera'
import { pathAt, traced } from '../../nn/dependencies'
import type { Graph } from '../../nn/graph'
import { Segmented } from '../../ui/Segmented'
import { useKeys } from '../help/keys'
import { Notices } from '../page/Notices'
import { visibleAs } from '../state/network'
import { useFinder } from '../search/finder'
import { FinderPanel } from '../search/FindTool'
import { usePaced } from '../run/paced'
import { figureMoved, setFigure } from '../mirror/figure'
import { useStore } from '../state/store'
import { look } from '../image/pictures'
import { Splitter, useSize } from '../explorer/Splitter'
import { TablePanel } from '../explorer/TablePanel'
import { useInsets } from '../explorer/useInsets'
import { useThumbnails } from '../run/thumbnails'
import { zoomStep } from '../toolbar/ZoomTools'
import { TraceBar } from '../trace/TraceBar'
import { closable } from '../route/fields'
import './compare.css'
import { CompareTools, type Pane } from './CompareTools'
import type { Diff } from '../../nn/diff'
import { comparisonOf, newerOf, openBeside, selectedBeside, withSelected, withToggled } from './comparison'
import { markedWords } from './marked'
import { namesOf } from './names'
import { followFirst, useSecond } from './second'
import { marksApart, useReadingOf } from './reading'
import { onShow, show } from './show'
import { areStacked, useStacked } from './useStacked'
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

/** So much larger are two pictures where all but the names in them may be left for a nearer view. */
const worthWords = 2

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

/** Two parts below each other become smaller than both fit by no more than this, so that nothing beside them is cut. */
const mostLevelled = 0.85
const levelTries = 4
/** Scales that differ by this share are one. */
const sameScale = 0.001

const scaleOf = (diagram: DiagramHandle | null) => diagram?.aimed(() => true)?.k

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

  /** Moves the other picture so that what stands in the middle here lines up with its partner there; false without one. */
  function align(side: 'left' | 'right'): boolean {
    const [here, there] = side === 'left' ? [one.current, other.current] : [other.current, one.current]
    const { partner } = diff[side]
    const aim = here?.aimed((id) => partner.has(id))
    if (!here || !there || !aim) return false
    // As far from the upper edge, though a longer legend leaves one picture less height.
    const y = aim.y + (there.height() - here.height()) / 2 / aim.k
    // A partner may be higher or lower, and both have one scale.
    return there.aim({ ...aim, y, id: partner.get(aim.id)!, size: undefined })
  }

  function follow(side: 'left' | 'right', place: Place): void {
    const there = side === 'left' ? other.current : one.current
    if (!align(side)) there?.place(place)
    figureMoved(side)
  }

  /** What is shown at first has one size in both, so that equal thickness means equal channels; a part stands at one height. */
  function lineUp(): void {
    // Once both stand where they do by themselves.
    if (!frame) return queueMicrotask(level)
    const { on } = frame
    if (on === null) {
      const fits = [one, other].flatMap(({ current }) => current?.fitting() ?? [])
      const unread = fits.filter(({ isRead }) => !isRead).length
      const brief = [one, other].flatMap(({ current }) => current?.far() ?? [])
      const [scale, farther] = [fits, brief].map((all) => Math.min(...all.map((each) => each.scale)))
      // One of them with all its words would make both tiny: then both are seen from afar, as in the explorer ever.
      const far =
        unread > 0
          ? !asked || unread < fits.length
          : !asked && brief.every(({ isRead }) => isRead) && farther > scale * worthWords
      both((diagram) => diagram.fitWithin(far ? farther : scale, far))
      levelInputs()
    } else if (diff.left.partner.has(on)) {
      if (panes.current && areStacked(panes.current)) return levelStacked(on)
      // The other has room where the higher one has.
      const [here, there] = [one, other].map(({ current }) => {
        const scale = scaleOf(current)
        return scale === undefined ? 0 : current!.heightOfSelected() / scale
      })
      align(there > here ? 'right' : 'left')
    }
  }

  /**
   * Below each other a part needs no common height, only one size: the largest at which nothing beside it is cut in either,
   * each time no larger than the other one came to.
   */
  function levelStacked(on: string): void {
    const zoom = (among: { readonly smallest: number; readonly largest: number }) => {
      one.current?.zoomTo(on, { still: true, among: true, ...among })
      other.current?.zoomTo(diff.left.partner.get(on)!, { still: true, among: true, ...among })
    }
    const scaleOfBoth = () => Math.min(scaleOf(one.current) ?? 0, scaleOf(other.current) ?? 0)
    let scale = scaleOfBoth()
    if (scale === 0) return
    const smallest = scale * mostLevelled
    for (let i = 0; i < levelTries; i++) {
      zoom({ smallest, largest: scale })
      const next = scaleOfBoth()
      if (next > scale - scale * sameScale) break
      scale = next
    }
    zoom({ smallest: scale, largest: scale })
  }

  /** Both begin at one height, that of the one that begins higher: a longer legend leaves it less room. */
  function levelInputs(): void {
    const sides = [
      { diagram: one.current, input: left.input },
      { diagram: other.current, input: right.input },
    ]
    const tops = sides.map(({ diagram, input }) => {
      const at = diagram?.aimed((id) => id === input)
      return at ? diagram!.height() / 2 - at.y * at.k : NaN
    })
    const highest = Math.min(...tops)
    if (!Number.isNaN(highest)) sides.forEach(({ diagram }, i) => diagram!.shift(highest - tops[i]))
  }

  /** What an address selects stands at one height in both; the one that has less room for it stays where it is. */
  function level(): void {
    const [of, by] = [one.current, other.current]
    if (!of?.height() || !by?.height()) return
    const side = by.heightOfSelected() > of.heightOfSelected() ? 'right' : 'left'
    const [here, there] = side === 'left' ? [of, by] : [by, of]
    const { partner } = diff[side]
    const at = here.aimed((id) => partner.has(id))
    const to = at && there.aimed((id) => id === partner.get(at.id))
    if (at && to) there.shift((here.height() - there.height()) / 2 - at.y * at.k + to.y * to.k)
  }

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
