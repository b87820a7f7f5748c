import './gradient-flow.css'
import { useState } from 'react'
import { milliseconds } from '../../../ui/format'
import { Notice } from '../../../ui/Notice'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { depths, type Quantity, quantities, sentence } from './flow'
import { FlowChart } from './FlowChart'
import { FlowTable } from './FlowTable'
import { batchSize, type Paired } from './job'
import { rowsOf } from './rows'
import { useFlow } from './useFlow'
import { pairOf } from '../../shared/drawings/networks'
import type { LabProps } from '../../shared/frame'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { BatchNorm, Seed } from '../../shared/training/Fields'
import { options } from './options'

export { options }

type Start = 'half' | 'he' | 'twice'

const scales: Readonly<Record<Start, number>> = { half: 0.5, he: 1, twice: 2 }

/** What one batch sends forward and back through a plain and a residual network, measured when a control changes. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { blocks, start, norm, seed, quantity } = value
  const bn = norm === 'on'
  const [lit, setLit] = useState<Paired | null>(null)
  const { found, busy, problem, retry } = useFlow({ blocks, bn, scale: scales[start], seed })
  return (
    <div className="lab-body gradient-flow">
      <div className="lab-sliders">
        <Slider
          label="depth"
          min={0}
          max={depths.length - 1}
          value={depths.indexOf(blocks)}
          text={`${pairOf(blocks, bn).plain.depth.weighted} layers`}
          onChange={(at) => onChange({ blocks: depths[at] })}
        />
        <Seed seed={seed} onChange={onChange} />
      </div>
      <div className="lab-controls">
        <Segmented
          small
          legend="Initial weights"
          value={start}
          choices={[
            { value: 'half', label: '½ × He', name: 'half of He initialization' },
            { value: 'he', label: 'He', name: 'He initialization' },
            { value: 'twice', label: '2 × He', name: 'twice He initialization' },
          ]}
          onChange={(start) => onChange({ start })}
        />
        <BatchNorm norm={norm} onChange={onChange} />
        <Segmented
          small
          legend="What is drawn"
          value={quantity}
          choices={(Object.keys(quantities) as Quantity[]).map((value) => ({
            value,
            label: quantities[value].name,
          }))}
          onChange={(quantity) => onChange({ quantity })}
        />
      </div>
      <div role="alert" hidden={!problem}>
        {problem && (
          <Notice kind="error">
            {problem}{' '}
            <button type="button" className="button small" onClick={retry}>
              Try again
            </button>
          </Notice>
        )}
      </div>
      <div className="flow-picture" aria-busy={busy}>
        {found && <FlowChart found={found} quantity={quantity} lit={lit} />}
      </div>
      <FlowTable flows={found?.answer.flows} quantity={quantity} lit={lit} onLight={setLit} />
      <p role="status" className="flow-said">
        {found && sentence(found.answer.flows, quantity)}
      </p>
      <div className="lab-controls page-only">
        <SaveNumbers name="gradients" disabled={!found} rows={() => rowsOf(found!.answer.flows)} />
      </div>
      <p className="soft small-text flow-took">
        {busy
          ? found
            ? 'Computing …'
            : 'Starting TensorFlow.js …'
          : found && `Computed just now in this browser, in ${milliseconds(found.answer.milliseconds)}.`}
      </p>
      <p className="soft small-text">
        Root mean squares; random weights from seed {seed}, untrained; one batch of {batchSize} drawings.
      </p>
    </div>
  )
}
