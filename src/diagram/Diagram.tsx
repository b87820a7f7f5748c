import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import type { Graph, GroupId, NodeId } from '../nn/graph'
import type { AxisOrder } from '../nn/shape'
import { arrange } from './arrange'
import './diagram.css'
import { layout } from './layout'
import { createDiagramView, type DiagramView } from './view'

export interface DiagramHandle {
  fit(): void
  zoomTo(id: NodeId | GroupId): void
  zoomBy(factor: number): void
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
  /** Nodes that a run has finished. */
  readonly progress?: ReadonlySet<NodeId>
  /** A first picture of what a node gives, shown on its tensor. */
  readonly thumbnails?: ReadonlyMap<NodeId, CanvasImageSource>
  readonly ref?: Ref<DiagramHandle>
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
  progress,
  thumbnails,
  ref,
}: DiagramProps) {
  const container = useRef<HTMLDivElement>(null)
  const view = useRef<DiagramView>(null)
  const shown = useRef<unknown>(null)
  const events = useRef({ select: onSelect, toggle: onToggle, hover: onHover })
  const [size, setSize] = useState({ width: 0, height: 0 })

  const shape = useMemo(() => arrange(graph, size), [graph, size])
  const scene = useMemo(
    () => (shape ? layout(graph, { expanded, order, ...shape }) : null),
    [graph, expanded, order, shape],
  )

  useEffect(() => {
    events.current = { select: onSelect, toggle: onToggle, hover: onHover }
  })

  useEffect(() => {
    const element = container.current!
    const created = createDiagramView(element, {
      select: (id) => events.current.select(id),
      toggle: (id) => events.current.toggle(id),
      hover: (id) => events.current.hover(id),
    })
    view.current = created
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      created.destroy()
      view.current = null
      shown.current = null
    }
  }, [])

  useEffect(() => {
    if (!scene || !view.current) return
    view.current.update(scene, { selected, hovered, progress, thumbnails })
    // Another network, or another page shape, is another picture; opening a group is the same one.
    const picture = `${graph.architecture.id} ${shape!.direction} ${shape!.rows}`
    if (shown.current !== picture) view.current.fit({ readable: true })
    shown.current = picture
  }, [scene, shape, graph, selected, hovered, progress, thumbnails])

  useImperativeHandle(
    ref,
    () => ({
      fit: () => view.current?.fit(),
      zoomTo: (id) => view.current?.zoomTo(id),
      zoomBy: (factor) => view.current?.zoomBy(factor),
    }),
    [],
  )

  return <div ref={container} className="diagram-container" />
}
