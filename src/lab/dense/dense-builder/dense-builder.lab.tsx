import './dense-builder.css'
import { useMemo, useState } from 'react'
import { networkOf } from '../../../architectures/built'
import { count, signed } from '../../../ui/format'
import { type Control, Controls, type Plan } from './Controls'
import { CostTable } from './CostTable'
import { SawTooth } from './SawTooth'
import { sawtooth, stageCosts } from './sawtooth'
import type { LabProps } from '../../index'

/** A network of dense blocks under the reader's hands: channels along the depth, and what every part costs. */
export function Lab({ with: given }: LabProps) {
  const { network = 'densenet121', controls = ['growth', 'blocks'] } = given as {
    readonly network?: string
    readonly controls?: readonly Control[]
  }
  const start = useMemo(() => networkOf(network, {}), [network])
  const first = start.resolved.options as unknown as Plan
  const [plan, setPlan] = useState<Plan>(first)
  const { growth, blocks, compression, bottleneck } = plan
  const { graph } = networkOf(network, { growth, blocks, compression, bottleneck })
  const before = useMemo(() => sawtooth(start.graph), [start])
  const teeth = useMemo(() => sawtooth(graph), [graph])
  const { trainable, macs } = graph.totals
  const was = start.graph.totals
  const isChanged = graph !== start.graph && (trainable !== was.trainable || macs !== was.macs)
  return (
    <div className="lab-body">
      <Controls plan={plan} shown={controls} onChange={setPlan} />
      <SawTooth teeth={teeth} before={before} />
      <CostTable stages={stageCosts(graph)} total={{ params: trainable, macs }} />
      <div className="lab-controls dense-change">
        <span role="status">
          {isChanged
            ? `Against ${start.graph.architecture.title}: ${signed(trainable - was.trainable)} parameters, ${(macs / was.macs).toFixed(2)}× MACs.`
            : `${start.graph.architecture.title}: ${count(trainable)} parameters.`}
        </span>
        {isChanged && (
          <button type="button" className="button small" onClick={() => setPlan(first)}>
            Back to {start.graph.architecture.title}
          </button>
        )}
      </div>
    </div>
  )
}
