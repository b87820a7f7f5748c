import { useContext, useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { Graph, GroupId, NodeId } from '../nn/graph'
import type { AxisOrder } from '../nn/shape'
import { arrange, type Arrangement, fitOptions } from './arrange'
import type { Aim, Place } from './camera'
import './diagram.css'
import { type Arranger, type Command, type Frame, type FramingEvent, step, unframed } from './framing'
import { layout, type Room } from './layout'
import { type Insets, noInsets } from './lens'
import type { Look } from './look'
import { forcedColours } from './palette'
import type { LayoutView, Scene } from './scene'
import type { Snapshot } from './snapshot'
import { settling } from './settling'
import { createDiagramView } from './view'
import type { DiagramView } from './viewTypes'
import { Within } from './within'
import { onTheme } from '../ui/theme'

export type { Frame } from './framing'

export interface DiagramHandle {
  /** Breaks the lines for what is open now, and shows everything. */
  fit(): void
  /** Where the reader asked for it; told `how`, as the page frames it by itself. */
  zoomTo(id: NodeId | GroupId, how?: Parameters<DiagramView['zoomTo']>[1]): void
  zoomBy(factor: number): void
  /** Moves the picture by pixels of the screen. */
  pan(dx: number, dy: number): void
  /** The same up or down, but a picture that somebody brought to where it stands stays there. */
  shift(dy: number): void
  /** Shows a place, such as the one at which another picture stands. */
  place(place: Place): void
  /** Shows what stands in the middle of another picture; false where there is no such box. */
  aim(aim: Aim): boolean
  /** Of the picture without its legend, in pixels. */
  height(): number
  /** How high all of what is selected is shown, in pixels; 0 where nothing is. */
  heightOfSelected(): number
  /** The scale at which everything would fill the page, however it is seen now; null before there is a picture. */
  fitting(): { readonly scale: number; readonly isRead: boolean } | null
  /** That scale where only names, or not even these, have room of their own; null before there is a picture. */
  far(): { readonly scale: number; readonly isRead: boolean } | null
  /** Shows everything, no larger than at a scale; a picture that the reader has moved stays. */
  fitWithin(scale: number, far?: boolean): void
  /** What stands in the middle, told by the nearest box that `counts`; null where there is none. */
  aimed(counts: (id: NodeId | GroupId) => boolean): Aim | null
  /** The picture as it is now; null before there is one. */
  snapshot(): Snapshot | null
  /** What it is drawn in. */
  element(): HTMLElement | null
}

export interface DiagramProps
  extends Look, Pick<LayoutView, 'expanded' | 'direction' | 'scale' | 'links' | 'rolls' | 'beside'> {
  /** Whether it flows the same way while its network is changed: what was read stays where it was. */
  readonly steady?: boolean
  readonly graph: Graph
  readonly order: AxisOrder
  readonly onSelect: (id: NodeId | GroupId) => void
  readonly onToggle: (id: GroupId) => void
  readonly onHover: (id: NodeId | GroupId | null) => void
  /** What fills the picture at first, and again whenever another object is given; without it, what is readable of all. */
  readonly frame?: Frame
  /** Another look at the same places, such as one without the numbers that a question asks for. */
  readonly veil?: (scene: Scene) => Scene
  /** What lies over the picture, in pixels: nothing is brought into sight below it. */
  readonly insets?: Insets
  /** The picture was framed, or shows what an address selects, and stands there already. */
  readonly onFrame?: () => void
  /** The reader panned or zoomed. */
  readonly onMove?: (place: Place) => void
  /** Where the picture stands; it goes there when another value is given than it told last. */
  readonly aim?: Aim | null
  /** The picture has come to rest somewhere; null where it is as it was first shown. */
  readonly onRest?: (aim: Aim | null) => void
  readonly ref?: Ref<DiagramHandle>
}

const plainly = (scene: Scene) => scene

/** A network as ribbons; d3 and a canvas own what is inside. */
export function Diagram({
  graph,
  expanded,
  order,
  direction,
  steady = false,
  scale,
  links,
  rolls,
  beside,
  veil = plainly,
  ref,
  ...rest
}: DiagramProps) {
  const {
    onSelect,
    onToggle,
    onHover,
    onMove,
    onRest,
    onFrame,
    aim = null,
    frame,
    insets = noInsets,
    ...look
  } = rest
  const { selected, hovered, marks, saysOfMark, lit, frozen, progress, thumbnails, maps, colouring } = look
  const container = useRef<HTMLDivElement>(null)
  const view = useRef<DiagramView>(null)
  const carriedOut = useRef<readonly Command[]>(null)
  const [page, setPage] = useState({ width: 0, height: 0, text: 0 })
  const [framing, setFraming] = useState(unframed)
  const send = (event: FramingEvent) => setFraming((state) => step(state, event))

  const network = graph.architecture.id
  const { width, height, text } = page
  const { top, right, bottom, left } = insets
  const shownAs = { expanded, order, rolls, text, direction, scale, links, beside }
  const room = { width: Math.max(0, width - left - right), height: Math.max(0, height - top - bottom) }
  const within = useContext(Within)
  const { arrangement: before, shown: once } = framing
  const isStill = steady && once?.network === network && once.width === width
  const arranger: Arranger = (asked) => {
    const wish = within ? { ...asked, within } : asked
    const kept =
      isStill && before ? arrange(graph, { ...shownAs, direction: before.direction }, room, wish) : null
    return kept?.fits ? kept : arrange(graph, shownAs, room, wish)
  }
  const shown = { network, expanded, direction, scale, links, beside, width, height, text }
  const show = { type: 'show', shown, frame, aim, selected, arrange: arranger } as const
  const framed = step(framing, show)
  if (framed !== framing) setFraming(framed)
  const { arrangement, commands } = framing
  const isOf = framing.shown?.network === network
  const laid = useMemo(() => {
    if (!arrangement || !isOf) return null
    return layout(graph, { expanded, order, rolls, text, scale, links, beside, ...arrangement })
  }, [graph, isOf, expanded, order, rolls, text, scale, links, beside, arrangement])
  const scene = useMemo(() => laid && veil(laid), [laid, veil])

  const now = {
    onSelect,
    onToggle,
    onHover,
    onMove,
    onRest,
    onFrame,
    selected,
    framing,
    arranger,
    graph,
    expanded,
  }
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  })

  useEffect(() => {
    const element = container.current!
    const created = createDiagramView(element, {
      select: (id) => latest.current.onSelect(id),
      toggle: (id) => latest.current.onToggle(id),
      hover: (id) => latest.current.onHover(id),
      move(place) {
        const { moved, toggled } = latest.current.framing
        if (!moved || toggled !== null) send({ type: 'moved' })
        latest.current.onMove?.(place)
      },
      rest(aim) {
        send({ type: 'rested', aim })
        latest.current.onRest?.(latest.current.framing.moved ? aim : null)
      },
    })
    view.current = created
    const settled = settling()
    const measure = () => {
      created.resize()
      const size = created.size()
      const { width } = size
      // A theme may ask for larger text, which needs more room in the layout.
      const text = parseFloat(getComputedStyle(element).fontSize)
      const { graph, expanded } = latest.current
      const height = settled(size.height, [graph, expanded, width, text, element.clientHeight])
      // A picture that is hidden for a while stays as it is.
      if (width > 0 && height > 0)
        setPage((was) =>
          was.width === width && was.height === height && was.text === text ? was : { width, height, text },
        )
    }
    const stop = created.onResize(measure)
    const still = onTheme(() => {
      created.recolour()
      measure()
    })
    const forced = matchMedia(forcedColours)
    forced.addEventListener('change', created.recolour)
    return () => {
      stop()
      still()
      forced.removeEventListener('change', created.recolour)
      created.destroy()
      view.current = null
      carriedOut.current = null
    }
  }, [])

  useEffect(() => {
    // Before it goes anywhere, the camera knows what lies over the picture.
    view.current!.cover({ top, right, bottom, left })
    const { selected, arranger } = latest.current
    send({ type: 'cover', selected, arrange: arranger })
  }, [top, right, bottom, left])

  useEffect(() => {
    if (!scene || !view.current) return
    view.current.update(scene, {
      selected,
      hovered,
      marks,
      saysOfMark,
      lit,
      frozen,
      progress,
      thumbnails,
      maps,
      colouring,
    })
    if (carriedOut.current === commands) return
    carriedOut.current = commands
    for (const command of commands)
      if (command.do === 'tell') latest.current.onFrame?.()
      else if (
        !carryOut(command, view.current, arrangement!, { still: latest.current.onFrame !== undefined })
      )
        send({ type: 'lost' })
  }, [
    scene,
    arrangement,
    commands,
    selected,
    hovered,
    marks,
    saysOfMark,
    lit,
    frozen,
    progress,
    thumbnails,
    maps,
    colouring,
    beside,
  ])

  /** The same for another page. */
  function relaid(page: Room | 'line', size = text): Scene {
    const view = { expanded, order, rolls, text: size, scale, links, beside }
    if (page === 'line') return veil(layout(graph, { ...view, direction: 'right' }))
    return veil(
      layout(graph, { ...view, ...arrange(graph, { ...view, direction }, page, { everything: true }) }),
    )
  }

  useImperativeHandle(ref, () => {
    /** What the reader asked for stays. */
    const asked = () => send({ type: 'moved' })
    return {
      element: () => container.current,
      fit: () => send({ type: 'fit', arrange: arranger }),
      zoomTo(id, how) {
        if (!how) asked()
        view.current?.zoomTo(id, how)
      },
      zoomBy(factor) {
        asked()
        view.current?.zoomBy(factor)
      },
      pan(dx, dy) {
        asked()
        view.current?.pan(dx, dy)
      },
      shift(dy) {
        if (!framing.moved) view.current?.pan(0, dy)
      },
      place(place) {
        asked()
        view.current?.place(place)
      },
      aim(aim) {
        asked()
        return view.current?.aim(aim) ?? false
      },
      height: () => view.current?.size().height ?? 0,
      heightOfSelected: () => (selected === null ? 0 : (view.current?.heightOf(selected) ?? 0)),
      fitting() {
        // As it would lie if it were alone.
        const alone = framing.wish.far ? arranger({ everything: true }) : arrangement
        const zoom =
          alone &&
          view.current?.fitting(alone === arrangement ? undefined : layout(graph, { ...shownAs, ...alone }))
        if (!alone || typeof zoom !== 'number') return null
        const isRead = alone.fits ?? alone.fitsAcross ?? false
        return { scale: isRead ? Math.max(zoom, alone.reading) : zoom, isRead }
      },
      far() {
        const from = arranger({ everything: true, far: true })
        if (!from || !view.current) return null
        const scale = view.current.fitting(layout(graph, { ...shownAs, ...from }))
        return scale === null ? null : { scale, isRead: from.fits ?? false }
      },
      fitWithin: (largest, far) => send({ type: 'within', largest, far, arrange: arranger }),
      aimed: (counts) => view.current?.aimed(counts) ?? null,
      snapshot() {
        const shot = view.current?.snapshot()
        return shot ? { ...shot, relaid } : null
      },
    }
  })

  return (
    <div
      ref={container}
      className="diagram-container"
      // Whoever gives it its room may give it more.
      data-goes-on={arrangement?.fitsAcross || undefined}
      // Whoever shows it says that not every word has room.
      data-far={arrangement?.whole || arrangement?.brief || undefined}
    />
  )
}

/** False where what is to be seen is not there. */
function carryOut(
  command: Exclude<Command, { do: 'tell' }>,
  view: DiagramView,
  arrangement: Arrangement,
  how: { readonly still: boolean },
): boolean {
  switch (command.do) {
    case 'fit':
      view.fit({ ...fitOptions(arrangement, command.everything), largest: command.largest })
      return true
    case 'frame':
      // What is larger than the page is shown from its beginning, so that its words can be read.
      view.zoomTo(command.on, { ...how, among: true, smallest: arrangement.reading })
      return true
    case 'reveal':
      view.reveal(command.on, command.room, command.whole)
      return true
    case 'keep':
      view.keep(command.on)
      return true
    case 'aim':
      return view.aim(command.aim)
  }
}
