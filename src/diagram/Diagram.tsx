import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { Graph, GroupId, NodeId } from '../nn/graph'
import type { AxisOrder } from '../nn/shape'
import { arrange, type Arrangement } from './arrange'
import './diagram.css'
import { layout } from './layout'
import { createDiagramView, type DiagramView, type Mark, type Place } from './view'

export interface DiagramHandle {
  /** Breaks the lines for what is open now, and shows everything. */
  fit(): void
  zoomTo(id: NodeId | GroupId): void
  zoomBy(factor: number): void
  /** Shows a place, such as the one at which another picture stands. */
  place(place: Place): void
}

export interface DiagramProps {
  readonly graph: Graph
  readonly expanded: ReadonlySet<GroupId>
  readonly selected: string | null
  readonly hovered: string | null
  readonly order: AxisOrder
  readonly onSelect: (id: NodeId | GroupId) => void
  readonly onToggle: (id: GroupId) => void
  readonly onHover: (id: NodeId | GroupId | null) => void
  /** The reader panned or zoomed. */
  readonly onMove?: (place: Place) => void
  /** Nodes and groups that differ from what they are compared with. */
  readonly marks?: ReadonlyMap<string, Mark>
  /** Where given, everything but these nodes and groups steps back. */
  readonly lit?: ReadonlySet<string>
  /** Nodes that a run has finished. */
  readonly progress?: ReadonlySet<NodeId>
  /** A first picture of what a node gives, shown on its tensor. */
  readonly thumbnails?: ReadonlyMap<NodeId, CanvasImageSource>
  readonly ref?: Ref<DiagramHandle>
}

/** What a picture is arranged for. */
interface Occasion {
  readonly network: string
  readonly expanded: ReadonlySet<GroupId>
  readonly width: number
  readonly height: number
  readonly text: number
  readonly arrangement: Arrangement
}

/** A network as ribbons; d3 owns what is inside. */
export function Diagram({
  graph,
  expanded,
  selected,
  hovered,
  order,
  onSelect,
  onToggle,
  onHover,
  onMove,
  marks,
  lit,
  progress,
  thumbnails,
  ref,
}: DiagramProps) {
  const container = useRef<HTMLDivElement>(null)
  const view = useRef<DiagramView>(null)
  const events = useRef({ select: onSelect, toggle: onToggle, hover: onHover, move: onMove })
  const [page, setPage] = useState({ width: 0, height: 0, text: 0 })
  const [occasion, setOccasion] = useState<Occasion | null>(null)
  const fitted = useRef<Occasion | null>(null)
  /** Everything is to be shown, however small it gets. */
  const whole = useRef(false)

  const network = graph.architecture.id
  const current =
    occasion?.network === network &&
    occasion.expanded === expanded &&
    occasion.width === page.width &&
    occasion.height === page.height &&
    occasion.text === page.text
  if (!current) {
    const arrangement = arrange(graph, { expanded, order, text: page.text }, page)
    if (arrangement) setOccasion({ ...page, network, expanded, arrangement })
  }
  const scene = useMemo(
    () =>
      occasion?.network === network
        ? layout(graph, { expanded: occasion.expanded, order, text: occasion.text, ...occasion.arrangement })
        : null,
    [graph, network, order, occasion],
  )

  useEffect(() => {
    events.current = { select: onSelect, toggle: onToggle, hover: onHover, move: onMove }
  })

  useEffect(() => {
    const element = container.current!
    const created = createDiagramView(element, {
      select: (id) => events.current.select(id),
      toggle: (id) => events.current.toggle(id),
      hover: (id) => events.current.hover(id),
      move: (place) => events.current.move?.(place),
    })
    view.current = created
    const measure = () =>
      setPage({
        width: element.clientWidth,
        height: element.clientHeight,
        // A theme may ask for larger text, which needs more room in the layout.
        text: parseFloat(getComputedStyle(element).fontSize),
      })
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    const theme = new MutationObserver(measure)
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
    view.current.update(scene, { selected, hovered, marks, lit, progress, thumbnails })
    const before = fitted.current
    if (before === occasion) return
    // Another network is framed anew, and so is one of which much was opened or closed at once. A single group
    // opens where it is; another size of the page counts only if the reader has not moved the picture.
    const same = before?.network === network
    const toggled = same && occasion ? differences(before.expanded, occasion.expanded) : 0
    if (toggled !== 1) view.current.fit({ readable: !whole.current, onlyIfUntouched: same && toggled === 0 })
    whole.current = false
    fitted.current = occasion
  }, [scene, occasion, network, selected, hovered, marks, lit, progress, thumbnails])

  useImperativeHandle(ref, () => ({
    fit() {
      const arrangement = arrange(graph, { expanded, order, text: page.text }, page, true)
      if (!arrangement) return
      fitted.current = null
      whole.current = true
      setOccasion({ ...page, network, expanded, arrangement })
    },
    zoomTo: (id) => view.current?.zoomTo(id),
    zoomBy: (factor) => view.current?.zoomBy(factor),
    place: (place) => view.current?.place(place),
  }))

  return <div ref={container} className="diagram-container" />
}

/** How many groups are open in one set and closed in the other. */
function differences(a: ReadonlySet<GroupId>, b: ReadonlySet<GroupId>): number {
  return [...a].filter((id) => !b.has(id)).length + [...b].filter((id) => !a.has(id)).length
}
