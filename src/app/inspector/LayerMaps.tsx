import { useEffect, useMemo, useState } from 'react'
import { FeatureMaps } from '../../featuremaps/FeatureMaps'
import { mapsOf } from '../../featuremaps/maps'
import type { GraphNode } from '../../nn/graph'
import type { Activation } from '../../nn/trace'
import type { Unit } from '../../nn/unit'
import type { Pixels } from '../../runtime/types'
import { useSession } from '../run/session'
import { useStore } from '../state/store'
import { Field } from './Field'
import { NoMaps } from './NoMaps'
import { WeightsLine } from './WeightsLine'
import { readOnce } from './readings'

interface Props {
  readonly node: GraphNode
  readonly pixels: Pixels | null
  readonly onPoint: (unit: Unit | null) => void
}

/** The maps of a node from the last forward pass, or the sentence that says why there are none. */
export function LayerMaps({ node, pixels, onPoint }: Props) {
  const run = useSession((state) => state.run)
  const finished = useSession((state) => state.finished)
  const [read, setRead] = useState<Activation | string | null>(null)

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

  if (maps)
    return (
      <>
        <FeatureMaps
          maps={maps}
          title={node.id}
          isImage={node.inputs.length === 0 && node.shape[2] === 1}
          onPoint={onPoint}
          onChoose={useStore.getState().setUnit}
          beside={pixels ? (unit) => <Field pixels={pixels} node={node} unit={unit} /> : undefined}
        />
        <WeightsLine />
      </>
    )
  return <NoMaps node={node.id} runs={{ run, finished }} fault={typeof read === 'string' ? read : null} />
}
