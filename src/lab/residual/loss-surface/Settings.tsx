import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../shared/frame'
import { NumberChoice, NumberSlider } from '../../shared/SomeNumbers'
import type { LabValue } from '../../shared/schema'
import { BatchNorm, Depth, Seed } from '../../shared/training/Fields'
import { options } from './options'

/** What is trained, and where its surface is cut; a change is computed when asked for. */
export function Settings({ value, onChange }: LabProps<typeof options>) {
  const { blocks, norm, steps, seed, direction, side, reach, by } = value
  const set = (change: Partial<LabValue<typeof options>>) => onChange({ ...change, run: false })
  const middle = { column: 0, row: 0 }
  return (
    <>
      <div className="lab-controls">
        <BatchNorm norm={norm} onChange={set} />
        {norm === 'on' && (
          <Segmented
            small
            legend="Statistics used to normalize"
            value={by}
            choices={[
              { value: 'stored', label: 'stored statistics' },
              { value: 'batch', label: 'those of the batch at each point' },
            ]}
            onChange={(by) => set({ by })}
          />
        )}
        <NumberChoice
          label="Points along each direction"
          of={options.side.values}
          value={side}
          name={(side) => `${side}×${side}`}
          onChange={(side) => set({ ...middle, side })}
        />
      </div>
      <div className="lab-sliders">
        <Depth blocks={blocks} norm={norm} onChange={set} />
        <NumberSlider
          label="trained for"
          of={options.steps.values}
          value={steps}
          name={(steps) => `${steps} steps`}
          onChange={(steps) => set({ steps })}
        />
        <NumberSlider
          label="reach"
          of={options.reach.values}
          value={reach}
          onChange={(reach) => set({ reach })}
        />
        <Seed seed={seed} onChange={set} />
        <Slider
          label="directions"
          min={1}
          max={99}
          value={direction}
          text={`seed ${direction}`}
          onChange={(direction) => set({ direction })}
        />
      </div>
    </>
  )
}
