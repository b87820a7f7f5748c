import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import { Diagram, type DiagramHandle, type Frame } from '../../diagram/Diagram'
import { hatched } from '../../diagram/hatched'
import type { Colouring } from '../../diagram/look'
import type { Graph, GroupId } from '../../nn/graph'
import { LayerCards, useChosenLayer } from './layers'

interface Props {
  readonly graph: Graph
  /** Groups that are open at first; the reader may open and close as everywhere. */
  readonly expanded?: readonly GroupId[] | 'all'
  /** Nodes and groups that stand out; the rest is pale. */
  readonly lit?: ReadonlySet<string>
  /** Nodes and groups that are hatched: what training leaves as it is. */
  readonly frozen?: ReadonlySet<string>
  /** What the colors stand for; the paths unless given. */
  readonly colouring?: Colouring
  /** Whether blocks that are alike stand as one box while they are closed; they do unless said otherwise. */
  readonly rolls?: boolean
  /** Whether it flows the same way while its network is changed. */
  readonly steady?: boolean
  /** Another object frames the picture anew; without it, what is readable of all is shown. */
  readonly frame?: Frame
}

/** One list, not another at each render: a picture is laid out again when what is open is another object. */
const nothing: readonly GroupId[] = []

/** The graph of a network inside a lab, with its own open groups and pointer. Its place decides its size. */
export function NetworkPicture({
  graph,
  expanded = nothing,
  lit,
  frozen,
  colouring,
  rolls,
  steady,
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
  // Another graph that has other groups is framed again: nobody opened or closed them.
  const groups = graph.groups.map(({ id }) => id).join(' ')
  // What was opened or closed in a picture that is whole leaves it whole.
  const opened = frame?.on === null ? toggled : null
  const framed = useMemo(() => frame && { ...frame, groups, opened }, [frame, groups, opened])
  const lines = useMemo(() => frozen && hatched(frozen), [frozen])
  const toggle = (id: GroupId) => {
    const next = new Set(toggled)
    if (!next.delete(id)) next.add(id)
    setToggled(next)
  }
  const diagram = useRef<DiagramHandle>(null)
  const Card = useContext(LayerCards)
  const [me] = useState(() => ({}))
  const chosen = useChosenLayer(({ of, id }) => (of === me ? id : null))
  const select = (id: string | null) => useChosenLayer.setState({ of: me, id })
  useEffect(
    () => () => {
      if (useChosenLayer.getState().of === me) useChosenLayer.setState({ of: null, id: null })
    },
    [me],
  )
  const isLayer = (id: string) => graph.has(id) === 'node'
  return (
    <>
      <Diagram
        ref={diagram}
        graph={graph}
        expanded={open}
        order="hwc"
        selected={chosen !== null && isLayer(chosen) ? chosen : null}
        // What does not answer has no hand.
        hovered={hovered !== null && (Card || !isLayer(hovered)) ? hovered : null}
        lit={lit}
        frozen={lines}
        colouring={colouring}
        rolls={rolls}
        steady={steady}
        frame={framed}
        onSelect={(id) => Card && isLayer(id) && select(id)}
        onToggle={toggle}
        onHover={setHovered}
      />
      {Card && chosen !== null && isLayer(chosen) && (
        <Card graph={graph} node={graph.node(chosen)} diagram={diagram} expanded={open} onSelect={select} />
      )}
    </>
  )
}
