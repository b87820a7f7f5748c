import type { Graph } from '../../../nn/graph'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { deepest } from '../../shared/drawings/networks'
import type { LabProps } from '../../shared/frame'
import { NumberSlider } from '../../shared/SomeNumbers'
import type { LabValue } from '../../shared/schema'
import { rates } from '../../workbench/train-here/options'
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
            { value: 'half', label: '½ × He', name: 'half of He’s weights' },
            { value: 'he', label: 'He', name: 'He’s weights' },
            { value: 'twice', label: '2 × He', name: 'twice He’s weights' },
          ]}
          onChange={(start) => set({ start })}
        />
        <Segmented
          small
          legend="Batch normalization"
          value={norm}
          choices={[
            { value: 'on', label: 'batch norm' },
            { value: 'off', label: 'without' },
          ]}
          onChange={(norm) => set({ norm })}
        />
      </div>
      <div className="lab-sliders">
        <Slider
          label="depth"
          min={1}
          max={deepest}
          value={blocks}
          text={graph ? `${graph.depth.weighted} layers` : `${blocks}`}
          onChange={(blocks) => set({ blocks })}
        />
        <NumberSlider label="rate" of={rates} value={rate} onChange={(rate) => set({ rate })} />
        <Slider label="seed" min={1} max={20} value={seed} onChange={(seed) => set({ seed })} />
      </div>
    </>
  )
}
