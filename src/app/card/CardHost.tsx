import { type RefObject, useEffect, useMemo } from 'react'
import type { DiagramHandle } from '../../diagram/Diagram'
import type { Graph } from '../../nn/graph'
import { comparisonOf, selectedBeside, withSelected } from '../compare/comparison'
import { namesOf } from '../compare/names'
import { useSecond } from '../compare/second'
import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { closeCard, useCard } from './card'
import { LayerCard } from './LayerCard'

interface Props {
  readonly left: Graph
  /** The network beside it. */
  readonly right: Graph | null
  /** Of a picture that stands alone. */
  readonly diagram: RefObject<DiagramHandle | null>
  readonly figure: RefObject<HTMLElement | null>
}

/** The card of the layer that was chosen in a picture of one or two networks; a group has none. */
export function CardHost({ left, right, diagram, figure }: Props) {
  const of = useCard((state) => state.of)
  const byKey = useCard((state) => state.byKey)
  const first = useSession()
  const second = useSecond()
  const id = useStore((state) =>
    of === 'right' && right ? selectedBeside(comparisonOf(left, right).diff, state) : state.selected,
  )
  const [graph, { run, finished }] =
    of === 'right' && right ? ([right, second] as const) : ([left, first] as const)
  // A run of the network before says nothing of this one.
  const ran = finished?.graph === graph ? finished : null
  const runs = useMemo(() => ({ run, finished: ran }), [run, ran])
  const node = id !== null && graph.has(id) === 'node' ? graph.node(id) : null
  useEffect(() => {
    if (of !== null && !node) closeCard()
  }, [of, node])
  if (of === null || !node) return null
  return (
    <LayerCard
      graph={graph}
      node={node}
      runs={runs}
      side={of}
      byKey={byKey}
      network={right ? namesOf(left, right)[of === 'right' ? 1 : 0] : undefined}
      diagram={diagram}
      figure={figure}
      onSelect={(next) => {
        const store = useStore.getState()
        if (of === 'right' && right)
          store.explore(withSelected(comparisonOf(left, right).diff, 'right', next, store))
        else store.select(next)
      }}
    />
  )
}
