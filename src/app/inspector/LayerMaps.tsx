import { useEffect, useMemo, useState } from 'react'
import { FeatureMaps } from '../../featuremaps/FeatureMaps'
import { mapsOf } from '../../featuremaps/maps'
import type { GraphNode } from '../../nn/graph'
import type { Activation } from '../../nn/trace'
import type { Unit } from '../../nn/unit'
import type { Pixels } from '../../runtime/types'
import { problemOf, runLive, runNow, useSession } from '../run/session'
import { useStore } from '../state/store'
import { Field } from './Field'
import { WeightsLine } from './WeightsLine'
import { readOnce } from './readings'

interface Props {
  readonly node: GraphNode
  readonly pixels: Pixels | null
  readonly onPoint: (unit: Unit | null) => void
}

/** The maps of a node from the last forward pass, or the sentence that says why there are none. */
export function LayerMaps({ node, pixels, onPoint }: Props) {
  const phase = useSession((state) => state.run.phase)
  const status = useSession((state) => state.status)
  const problem = useSession((state) => problemOf(state.run))
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
  if (status.state === 'unavailable') return <p>{status.reason}</p>
  if (typeof read === 'string') return <p>{read}</p>
  if (finished && !finished.result.trace.nodes.has(node.id))
    return (
      <p>
        This device has too little memory to keep every layer of this network, so only its outputs can be
        seen.
      </p>
    )
  if (phase === 'failed')
    return (
      <p>
        {problem}{' '}
        <button type="button" className="link" onClick={() => void runNow()}>
          Try again
        </button>
      </p>
    )
  if (phase === 'offered')
    return (
      <p>
        The weights of this network are not here yet.{' '}
        <button type="button" className="link" onClick={runLive}>
          Fetch them and run it
        </button>
      </p>
    )
  if (phase === 'cancelled')
    return (
      <p>
        The run was cancelled.{' '}
        <button type="button" className="link" onClick={() => void runNow()}>
          Run the network
        </button>
      </p>
    )
  return <p className="soft">The maps appear when the network has run …</p>
}
