import { useMemo, useState } from 'react'
import { Diagram, type Frame } from '../../diagram/Diagram'
import type { Colouring } from '../../diagram/look'
import type { Graph, GroupId } from '../../nn/graph'

interface Props {
  readonly graph: Graph
  /** Groups that are open at first; the reader may open and close as everywhere. */
  readonly expanded?: readonly GroupId[] | 'all'
  readonly selected?: string | null
  readonly onSelect?: (id: string) => void
  /** Nodes and groups that stand out; the rest is pale. */
  readonly lit?: ReadonlySet<string>
  /** Nodes and groups that are hatched: what training leaves as it is. */
  readonly frozen?: ReadonlySet<string>
  /** What the colors stand for; the paths unless given. */
  readonly colouring?: Colouring
  /** Whether blocks that are alike stand as one box while they are closed; they do unless said otherwise. */
  readonly rolls?: boolean
  /** Another object frames the picture anew; without it, what is readable of all is shown. */
  readonly frame?: Frame
}

/** One list, not another at each render: a picture is laid out again when what is open is another object. */
const nothing: readonly GroupId[] = []

/** The graph of a network inside a lab, with its own open groups and pointer. Its place decides its size. */
export function NetworkPicture({
  graph,
  expanded = nothing,
  selected = null,
  onSelect,
  lit,
  frozen,
  colouring,
  rolls,
  frame,
}: Props) {
  const [toggled, setToggled] = useState<ReadonlySet<GroupId>>(new Set())
  const [hovered, setHovered] = useState<string | null>(null)
  const open = useMemo(() => {
    const first = expanded === 'all' ? graph.groups.map(({ id }) => id).filter(Boolean) : expanded
    const all = new Set(first)
    for (const id of toggled) if (!all.delete(id)) all.add(id)
    return all
  }, [graph, expanded, toggled])
  const toggle = (id: GroupId) => {
    const next = new Set(toggled)
    if (!next.delete(id)) next.add(id)
    setToggled(next)
  }
  return (
    <Diagram
      graph={graph}
      expanded={open}
      order="hwc"
      selected={selected}
      hovered={hovered}
      lit={lit}
      frozen={frozen}
      colouring={colouring}
      rolls={rolls}
      frame={frame}
      onSelect={(id) => onSelect?.(id)}
      onToggle={toggle}
      onHover={setHovered}
    />
  )
}
