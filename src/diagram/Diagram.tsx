import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { Graph, GroupId, NodeId } from '../nn/graph'
import type { AxisOrder } from '../nn/shape'
import { arrange, type Arrangement } from './arrange'
import type { Aim, Place } from './camera'
import './diagram.css'
import { layout } from './layout'
import type { Look } from './look'
import type { LayoutView } from './scene'
import type { Snapshot } from './snapshot'
import { createDiagramView, type DiagramView } from './view'

export interface DiagramHandle {
  /** Breaks the lines for what is open now, and shows everything. */
  fit(): void
  zoomTo(id: NodeId | GroupId): void
  zoomBy(factor: number): void
  /** Shows a place, such as the one at which another picture stands. */
  place(place: Place): void
  /** Shows what stands in the middle of another picture; false where there is no such box. */
  aim(aim: Aim): boolean
  /** Of the picture without its legend, in pixels. */
  height(): number
  /** The scale at which everything would fill the page, however it is seen now; null before there is a picture. */
  fitting(): number | null
  /** Shows everything, no larger than at a scale; a picture that the reader has moved stays. */
  fitWithin(scale: number): void
  /** What stands in the middle, told by the nearest box that `counts`; null where there is none. */
  aimed(counts: (id: NodeId | GroupId) => boolean): Aim | null
  /** The picture as it is now; null before there is one. */
  snapshot(): Snapshot | null
}

export interface DiagramProps
  extends Look, Pick<LayoutView, 'expanded' | 'direction' | 'scale' | 'links' | 'rolls' | 'beside'> {
  readonly graph: Graph
  readonly order: AxisOrder
  readonly onSelect: (id: NodeId | GroupId) => void
  readonly onToggle: (id: GroupId) => void
  readonly onHover: (id: NodeId | GroupId | null) => void
  /** What fills the picture at first, and again whenever another object is given; without it, what is readable of all. */
  readonly frame?: Frame
  /** The picture was framed, and stands there already. */
  readonly onFrame?: () => void
  /** The reader panned or zoomed. */
  readonly onMove?: (place: Place) => void
  /** Where the picture stands; it goes there when another value is given than it told last. */
  readonly aim?: Aim | null
  /** The picture has come to rest somewhere; null where it is as it was first shown. */
  readonly onRest?: (aim: Aim | null) => void
  readonly ref?: Ref<DiagramHandle>
}

/** A part that is to be seen as large as it fits: a node or a group, or null for all of the network. */
export interface Frame {
  readonly on: NodeId | GroupId | null
}

/** What a picture is arranged for. */
interface Occasion {
  readonly network: string
  readonly expanded: ReadonlySet<GroupId>
  readonly width: number
  readonly height: number
  readonly text: number
  readonly direction: LayoutView['direction']
  readonly scale: LayoutView['scale']
  readonly links: LayoutView['links']
  readonly beside: LayoutView['beside']
  readonly arrangement: Arrangement
}

/** A network as ribbons; d3 and a canvas own what is inside. */
export function Diagram({
  graph,
  expanded,
  order,
  direction,
  scale,
  links,
  rolls,
  beside,
  ref,
  ...rest
}: DiagramProps) {
  const { onSelect, onToggle, onHover, onMove, onRest, onFrame, aim, frame, ...look } = rest
  const { selected, hovered, marks, lit, progress, thumbnails, maps, colouring } = look
  const container = useRef<HTMLDivElement>(null)
  const view = useRef<DiagramView>(null)
  const handlers = {
    select: onSelect,
    toggle: onToggle,
    hover: onHover,
    move: onMove,
    rest: onRest,
    frame: onFrame,
  }
  const events = useRef(handlers)
  /** Where the reader, or the address, last brought the picture. */
  const stands = useRef<Aim | null>(null)
  const [page, setPage] = useState({ width: 0, height: 0, text: 0 })
  const [occasion, setOccasion] = useState<Occasion | null>(null)
  const fitted = useRef<Occasion | null>(null)
  /** Everything is to be shown, however small it gets. */
  const whole = useRef(false)
  const framed = useRef<Frame>(undefined)

  const network = graph.architecture.id
  const wanted = { direction, scale, links, beside }
  const current =
    occasion?.network === network &&
    occasion.expanded === expanded &&
    occasion.width === page.width &&
    occasion.height === page.height &&
    occasion.text === page.text &&
    occasion.direction === direction &&
    occasion.scale === scale &&
    occasion.links === links &&
    occasion.beside === beside
  if (!current) {
    const everything = frame?.on === null
    const arrangement = arrange(
      graph,
      { expanded, order, rolls, text: page.text, ...wanted },
      page,
      everything,
    )
    if (arrangement) setOccasion({ ...page, ...wanted, network, expanded, arrangement })
  }
  const scene = useMemo(() => {
    if (occasion?.network !== network) return null
    const { arrangement, expanded, text, scale, links, beside } = occasion
    return layout(graph, { expanded, order, rolls, text, scale, links, beside, ...arrangement })
  }, [graph, network, order, rolls, occasion])

  useEffect(() => {
    events.current = handlers
  })

  useEffect(() => {
    const element = container.current!
    const created = createDiagramView(element, {
      select: (id) => events.current.select(id),
      toggle: (id) => events.current.toggle(id),
      hover: (id) => events.current.hover(id),
      move: (place) => events.current.move?.(place),
      rest: (now) => {
        stands.current = now
        events.current.rest?.(now)
      },
    })
    view.current = created
    const measure = () => {
      created.resize()
      setPage({
        width: element.clientWidth,
        height: element.clientHeight,
        // A theme may ask for larger text, which needs more room in the layout.
        text: parseFloat(getComputedStyle(element).fontSize),
      })
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    const theme = new MutationObserver(() => {
      created.recolour()
      measure()
    })
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      observer.disconnect()
      theme.disconnect()
      created.destroy()
      view.current = null
      fitted.current = null
    }
  }, [])

  useEffect(() => {
    if (!scene || !view.current) return
    view.current.update(scene, { selected, hovered, marks, lit, progress, thumbnails, maps, colouring })
    const before = fitted.current
    if (before === occasion && framed.current === frame) return
    if (frame && !whole.current) {
      const isNew = framed.current !== frame
      const sized = before?.width !== occasion?.width || before?.height !== occasion?.height
      fitted.current = occasion
      framed.current = frame
      if (!isNew && !sized) return
      if (frame.on === null) {
        view.current.fit({ onlyIfUntouched: !isNew })
        events.current.frame?.()
      } else if (isNew || stands.current === null) {
        view.current.frame(frame.on, events.current.frame !== undefined)
        events.current.frame?.()
      }
      return
    }
    // Another network is framed anew, and so is one of which much was opened or closed at once. A single group
    // opens where it is; another size of the page counts only if the reader has not moved the picture.
    const same =
      before?.network === network &&
      before.direction === direction &&
      before.scale === scale &&
      before.links === links
    const toggled = same && occasion ? differences(before.expanded, occasion.expanded) : 0
    if (toggled !== 1) view.current.fit({ readable: !whole.current, onlyIfUntouched: same && toggled === 0 })
    // What an address selects is in sight, however the page begins.
    if (toggled !== 1 && selected !== null && !whole.current && stands.current === null)
      view.current.reveal(selected, 0.25)
    whole.current = false
    fitted.current = occasion
  }, [
    scene,
    occasion,
    network,
    direction,
    scale,
    links,
    selected,
    hovered,
    marks,
    lit,
    progress,
    thumbnails,
    maps,
    colouring,
    frame,
  ])

  useEffect(() => {
    if (!scene || !aim || aim === stands.current) return
    stands.current = aim
    view.current?.aim(aim)
  }, [scene, aim])

  useImperativeHandle(ref, () => ({
    fit() {
      const arrangement = arrange(graph, { expanded, order, rolls, text: page.text, ...wanted }, page, true)
      if (!arrangement) return
      fitted.current = null
      whole.current = true
      setOccasion({ ...page, ...wanted, network, expanded, arrangement })
    },
    zoomTo: (id) => view.current?.zoomTo(id),
    zoomBy: (factor) => view.current?.zoomBy(factor),
    place: (place) => view.current?.place(place),
    aim: (aim) => view.current?.aim(aim) ?? false,
    height: () => view.current?.height() ?? 0,
    fitting: () => view.current?.fitting() ?? null,
    fitWithin: (largest) => view.current?.fit({ largest, onlyIfUntouched: true }),
    aimed: (counts) => view.current?.aimed(counts) ?? null,
    snapshot: () => view.current?.snapshot() ?? null,
  }))

  return <div ref={container} className="diagram-container" />
}

/** How many groups are open in one set and closed in the other. */
function differences(a: ReadonlySet<GroupId>, b: ReadonlySet<GroupId>): number {
  return [...a].filter((id) => !b.has(id)).length + [...b].filter((id) => !a.has(id)).length
}
