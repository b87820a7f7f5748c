import './block-builder.css'
import { useEffect, useMemo, useState } from 'react'
import { count, short } from '../../../ui/format'
import { keep } from '../../../ui/storage'
import { Meter } from './Meter'
import { PartRow } from './PartRow'
import {
  firstParts,
  type KindName,
  kinds,
  mostParts,
  networkOfParts,
  newPart,
  ownKey,
  type Part,
  partsOf,
  recallParts,
  textOf,
} from './parts'
import { layerRows } from '../../shared/layerRows'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { Readout } from '../../shared/Readout'
import { SaveNumbers } from '../../shared/SaveNumbers'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** A network of the reader's own, part by part, under a budget of parameters and MACs; kept for the export lab, and carried by a link. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { params, macs, kind } = value
  const [recalled] = useState(recallParts)
  /** First an address is read, then what was built before takes the place of what it does not say. */
  const [phase, setPhase] = useState<'new' | 'read' | 'begun'>('new')
  const said = useMemo(() => (value.parts === null ? null : partsOf(value.parts)), [value.parts])
  const parts = said ?? (phase === 'begun' ? firstParts : recalled)
  useEffect(() => {
    if (phase === 'new') setPhase('read')
    if (phase !== 'read') return
    setPhase('begun')
    // A link shows it, too.
    if (said === null && recalled !== firstParts) onChange({ parts: textOf(recalled) })
  }, [phase, said, recalled, onChange])
  const graph = useMemo(() => networkOfParts(parts), [parts])
  const change = (next: readonly Part[]) => {
    onChange({ parts: textOf(next) })
    keep(ownKey, JSON.stringify(next))
  }
  const move = (i: number, by: -1 | 1) => {
    const next = [...parts]
    next.splice(i + by, 0, ...next.splice(i, 1))
    change(next)
  }
  const [issue] = graph.issues
  return (
    <div className="lab-body">
      {said === undefined && (
        <p className="problem" role="alert">
          The parts in this link do not make up a network here, so the lab begins with its own.
        </p>
      )}
      {issue ? (
        <p className="problem" role="alert">
          {issue.node}: {issue.message}
        </p>
      ) : (
        <>
          <div className="lab-controls" role="status">
            <Meter name="parameters" value={graph.totals.trainable} limit={params} />
            <Meter name="MACs" value={graph.totals.macs} limit={macs} />
          </div>
          <Readout
            values={[
              ['depth', String(graph.depth.weighted)],
              ['sees', `${graph.receptiveField[0].size} px`],
              ['activations', short(graph.totals.activations)],
              ['at once', `${count(graph.memory.peak)} values`],
            ]}
          />
        </>
      )}
      <div className="lab-picture own-picture">
        <NetworkPicture graph={graph} />
      </div>
      <ol aria-label="Parts of your network, after an image of 32×32">
        {parts.map((part, i) => (
          <PartRow
            key={i}
            part={part}
            place={i}
            last={i === parts.length - 1}
            onChange={(changed) => change(parts.map((old, j) => (j === i ? changed : old)))}
            onMove={(by) => move(i, by)}
            onRemove={() => change(parts.filter((_, j) => j !== i))}
          />
        ))}
      </ol>
      <div className="lab-controls">
        <label>
          <span className="visually-hidden">Part to add</span>
          <select
            className="select"
            value={kind}
            onChange={(event) => onChange({ kind: event.target.value as KindName })}
          >
            {Object.entries(kinds).map(([name, { title }]) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          disabled={parts.length >= mostParts}
          onClick={() => change([...parts, newPart(kind)])}
        >
          Add part
        </button>
        <button type="button" className="button quiet" onClick={() => change(firstParts)}>
          Start over
        </button>
        <SaveNumbers name="own-network" isPageOnly rows={() => layerRows(graph)} />
      </div>
    </div>
  )
}
