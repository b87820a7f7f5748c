import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'

/** What a reader sets of a network of dense blocks. */
export interface Plan {
  readonly growth: number
  readonly blocks: readonly number[]
  readonly compression: number
  readonly bottleneck: boolean
}

export type Control = 'growth' | 'blocks' | 'compression' | 'bottleneck'

interface Props {
  readonly plan: Plan
  readonly shown: readonly Control[]
  readonly onChange: (change: Partial<Plan>) => void
}

/** Sliders and switches for what the slide is about. */
export function Controls({ plan, shown, onChange }: Props) {
  return (
    <div className="lab-controls dense-settings">
      {shown.includes('growth') && (
        <Slider
          label="k"
          value={plan.growth}
          min={4}
          max={64}
          step={4}
          onChange={(growth) => onChange({ growth })}
        />
      )}
      {shown.includes('compression') && (
        <Slider
          label="θ"
          value={plan.compression}
          min={0.1}
          max={1}
          step={0.05}
          text={plan.compression.toFixed(2)}
          onChange={(compression) => onChange({ compression })}
        />
      )}
      {shown.includes('bottleneck') && (
        <Segmented
          legend="What a layer consists of"
          value={plan.bottleneck ? 'bottleneck' : 'plain'}
          onChange={(kind) => onChange({ bottleneck: kind === 'bottleneck' })}
          choices={[
            { value: 'bottleneck', label: '1×1 to 4k, then 3×3' },
            { value: 'plain', label: '3×3 only' },
          ]}
        />
      )}
      {shown.includes('blocks') &&
        plan.blocks.map((layers, b) => (
          <Slider
            key={b}
            label={`layers, block ${b + 1}`}
            value={layers}
            min={1}
            max={64}
            onChange={(value) => onChange({ blocks: plan.blocks.map((old, i) => (i === b ? value : old)) })}
          />
        ))}
    </div>
  )
}
