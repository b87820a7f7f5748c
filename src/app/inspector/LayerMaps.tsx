import { useEffect, useMemo, useRef, useState } from 'react'
import { FeatureMaps } from '../../featuremaps/FeatureMaps'
import { mapsOf } from '../../featuremaps/maps'
import type { Graph, GraphNode } from '../../nn/graph'
import type { Activation } from '../../nn/trace'
import type { Unit } from '../../nn/unit'
import type { Pixels } from '../../runtime/types'
import { isOf } from '../run/isOf'
import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { Field } from './Field'
import { NoMaps } from './NoMaps'
import { WeightsLine } from './WeightsLine'
import { readOnce, useSight } from './readings'

interface Props {
  readonly graph: Graph
  readonly node: GraphNode
  readonly pixels: Pixels | null
  readonly onPoint: (unit: Unit | null) => void
}

/** The maps of a node from the last forward pass, or the sentence that says why there are none. */
export function LayerMaps({ graph, node, pixels, onPoint }: Props) {
  const run = useSession((state) => state.run)
  const finished = useSession((state) =>
    state.finished && isOf(state.finished, node) ? state.finished : null,
  )
  const [read, setRead] = useState<Activation | string | null>(null)
  const seen = useSight(pixels)

  useEffect(() => {
    if (!finished?.result.trace.nodes.has(node.id)) return setRead(null)
    let current = true
    readOnce(finished.result.trace, node.id).then(
      (activation) => current && setRead(activation),
      (error: unknown) => current && setRead(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [finished, node.id])

  const maps = useMemo(
    () =>
      read && typeof read !== 'string' && read.node === node.id ? mapsOf(read.values, read.shape) : null,
    [read, node.id],
  )

  // Their room is kept until the next ones are here, so that what changes a layer stays under the pointer.
  const [room, setRoom] = useState(0)
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!maps) return
    const sizes = new ResizeObserver(([{ borderBoxSize }]) => setRoom(borderBoxSize[0].blockSize))
    sizes.observe(shown.current!)
    return () => sizes.disconnect()
  }, [maps])

  if (maps)
    return (
      <div ref={shown}>
        <FeatureMaps
          maps={maps}
          title={node.id}
          isImage={node.inputs.length === 0 && node.shape[2] === 1}
          onPoint={onPoint}
          onChoose={useStore.getState().setUnit}
          beside={pixels && seen ? (unit) => <Field pixels={seen} node={node} unit={unit} /> : undefined}
        />
        <WeightsLine />
      </div>
    )
  const isOnItsWay = run.phase === 'running' || run.phase === 'done' || run.phase === 'waiting'
  return (
    <div style={isOnItsWay ? { minBlockSize: room } : undefined}>
      <NoMaps
        graph={graph}
        node={node}
        runs={{ run, finished }}
        fault={typeof read === 'string' ? read : null}
      />
    </div>
  )
}
