import './dense-builder.css'
import { useMemo } from 'react'
import { networkOf } from '../../../architectures/built'
import { count, signed } from '../../../ui/format'
import { Controls, type Plan } from './Controls'
import { CostTable } from './CostTable'
import { SawTooth } from './SawTooth'
import { sawtooth, stageCosts } from './sawtooth'
import { ReadableChart } from '../../shared/hidden'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** A network of dense blocks that the reader changes: channels along the depth, and what every part costs. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { network, controls } = value
  const start = useMemo(() => networkOf(network, {}), [network])
  const first = start.resolved.options as unknown as Plan
  const growth = value.growth ?? first.growth
  // Another number of blocks would be another network.
  const blocks = value.blocks?.length === first.blocks.length ? value.blocks : first.blocks
  const compression = value.compression ?? first.compression
  const bottleneck = value.bottleneck ?? first.bottleneck
  const plan: Plan = { growth, blocks, compression, bottleneck }
  const { graph } = networkOf(network, { growth, blocks, compression, bottleneck })
  const before = useMemo(() => sawtooth(start.graph), [start])
  const teeth = useMemo(() => sawtooth(graph), [graph])
  const { trainable, macs } = graph.totals
  const was = start.graph.totals
  const isChanged = graph !== start.graph && (trainable !== was.trainable || macs !== was.macs)
  return (
    <div className="lab-body">
      <Controls plan={plan} shown={controls} onChange={onChange} />
      <ReadableChart of="channels">
        <SawTooth teeth={teeth} before={before} />
      </ReadableChart>
      <CostTable stages={stageCosts(graph)} total={{ params: trainable, macs }} />
      <div className="lab-controls dense-change">
        <span role="status">
          {isChanged
            ? `Compared with ${start.graph.architecture.title}: ${signed(trainable - was.trainable)} parameters, ${(macs / was.macs).toFixed(2)}× MACs.`
            : `${start.graph.architecture.title}: ${count(trainable)} parameters.`}
        </span>
        {isChanged && (
          <button
            type="button"
            className="button small"
            onClick={() => onChange({ growth: null, blocks: null, compression: null, bottleneck: null })}
          >
            Back to {start.graph.architecture.title}
          </button>
        )}
      </div>
    </div>
  )
}
