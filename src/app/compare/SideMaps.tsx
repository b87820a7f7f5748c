import { useEffect, useMemo, useState } from 'react'
import { FeatureMaps } from '../../featuremaps/FeatureMaps'
import { mapsOf } from '../../featuremaps/maps'
import type { GraphNode } from '../../nn/graph'
import { formatShape } from '../../nn/shape'
import type { Activation } from '../../nn/trace'
import type { Finished } from '../run/session'
import { useStore } from '../state/store'
import { Key } from './Totals'

interface Props {
  readonly side: 'left' | 'right'
  readonly name: string
  /** Undefined where this network has nothing at the chosen depth. */
  readonly node: GraphNode | undefined
  readonly run: Finished | null
  /** Why there is no run, as a sentence. */
  readonly waiting: string
}

/** The maps of one of the two networks at the chosen depth. */
export function SideMaps({ side, name, node, run, waiting }: Props) {
  const axes = useStore((state) => state.axes)
  const [read, setRead] = useState<Activation | string | null>(null)
  const id = node?.id
  const trace = run?.result.trace
  const readable = id !== undefined && (trace?.nodes.has(id) ?? false)

  useEffect(() => {
    if (!trace || id === undefined || !readable) return setRead(null)
    let current = true
    trace.read(id).then(
      (activation) => current && setRead(activation),
      (error: unknown) => current && setRead(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [trace, id, readable])

  const maps = useMemo(
    () => (read && typeof read !== 'string' && read.node === id ? mapsOf(read.values, read.shape) : null),
    [read, id],
  )

  return (
    <section className="side-maps" aria-label={`Feature maps of ${name}`}>
      <h4>
        <Key side={side} /> {name}
      </h4>
      {node ? (
        <p className="small-text soft">
          <code>{node.id}</code> · {node.label} · {formatShape(node.shape, axes)}
        </p>
      ) : (
        <p>Nothing here: this network has no such layer.</p>
      )}
      {node &&
        (maps ? (
          <FeatureMaps maps={maps} title={`${name}: ${node.id}`} />
        ) : (
          <p className="soft">
            {typeof read === 'string'
              ? read
              : trace && !readable
                ? 'This device has too little memory to keep every layer of this network.'
                : waiting}
          </p>
        ))}
    </section>
  )
}
