import type { Graph } from '../../../nn/graph'
import { Segmented } from '../../../ui/Segmented'
import type { LabProps } from '../../shared/frame'
import type { LabValue } from '../../shared/schema'
import { BatchNorm, Depth, Rate, Seed } from '../../shared/training/Fields'
import type { options } from './options'

type Value = LabValue<typeof options>

/** What learns and how; a change begins anew. */
export function Settings({
  value: { kind, blocks, start, norm, rate, seed },
  onChange,
  graph,
}: LabProps<typeof options> & { readonly graph?: Graph }) {
  const set = (change: Partial<Value>) => onChange({ ...change, steps: 1, at: null })
  return (
    <>
      <div className="lab-controls">
        <Segmented
          small
          legend="Network"
          value={kind}
          choices={[
            { value: 'plain', label: 'plain' },
            { value: 'residual', label: 'residual' },
            { value: 'dense', label: 'dense' },
          ]}
          onChange={(kind) => set({ kind, ...(kind === 'dense' && { norm: 'on' }) })}
        />
        <Segmented
          small
          legend="Initial weights"
          value={start}
          choices={[
            { value: 'zero', label: '0', name: 'zeros' },
            { value: 'half', label: '½ × He', name: 'half of He initialization' },
            { value: 'he', label: 'He', name: 'He initialization' },
            { value: 'twice', label: '2 × He', name: 'twice He initialization' },
          ]}
          onChange={(start) => set({ start })}
        />
        <BatchNorm norm={norm} onChange={set} />
      </div>
      <div className="lab-sliders">
        <Depth blocks={blocks} norm={norm} layers={graph?.depth.weighted} onChange={set} />
        <Rate rate={rate} onChange={set} />
        <Seed seed={seed} onChange={set} />
      </div>
    </>
  )
}
