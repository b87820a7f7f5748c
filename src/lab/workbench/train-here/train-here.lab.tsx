import './train-here.css'
import { useMemo, useState } from 'react'
import type { Kind } from '../../../ui/look'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { LiveCurves } from './LiveCurves'
import { deepest, networksOf } from '../../shared/drawings/networks'
import { Results } from './Results'
import { batchSize, testSize } from './job'
import { Status } from './Status'
import { Strip } from './Strip'
import { useTraining } from './useTraining'
import type { LabProps } from '../../shared/frame'
import { NumberSlider } from '../../shared/SomeNumbers'
import { options } from './options'

export { options }

/** Plain, residual and dense networks of equal size learn drawings side by side, in this browser. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { blocks, rate, norm: normalized, seed, steps } = value
  const networks = useMemo(() => networksOf(blocks, normalized === 'on'), [blocks, normalized])
  const training = useTraining()
  const [lit, setLit] = useState<Kind | null>(null)
  const { phase, runs } = training
  return (
    <div className="lab-body train-here">
      <fieldset className="train-settings" disabled={phase !== 'idle'}>
        <legend className="visually-hidden">What is trained</legend>
        <div className="lab-sliders">
          <Slider
            label="depth"
            min={1}
            max={deepest}
            value={blocks}
            text={`${networks.residual!.depth.weighted} layers`}
            onChange={(blocks) => onChange({ blocks })}
          />
          <NumberSlider
            label="learning rate"
            of={options.rate.values}
            value={rate}
            onChange={(rate) => onChange({ rate })}
          />
        </div>
        <div className="lab-controls">
          <Slider label="seed" min={1} max={20} value={seed} onChange={(seed) => onChange({ seed })} />
          <Segmented
            small
            legend="Batch normalization"
            value={normalized}
            choices={[
              { value: 'on', label: 'with batch norm' },
              { value: 'off', label: 'without' },
            ]}
            onChange={(norm) => onChange({ norm })}
          />
        </div>
      </fieldset>
      <div className="lab-controls">
        {phase === 'idle' && (
          <button
            type="button"
            className="button primary small"
            onClick={() => training.start(networks, { seed, rate, steps })}
          >
            Start
          </button>
        )}
        {phase === 'training' && (
          <button type="button" className="button small" onClick={training.pause}>
            Pause
          </button>
        )}
        {phase === 'paused' && !training.problem && (
          <button type="button" className="button primary small" onClick={training.resume}>
            Resume
          </button>
        )}
        <button type="button" className="button small" disabled={phase === 'idle'} onClick={training.reset}>
          Reset
        </button>
        <Status training={training} networks={networks} steps={steps} />
      </div>
      <LiveCurves runs={runs} steps={steps} lit={lit} />
      <Results networks={networks} runs={runs} lit={lit} onLight={setLit} />
      <Strip seed={seed} runs={runs} />
      <p className="soft small-text">
        A toy: it shows what trains, not accuracy on photographs. {batchSize} drawings per step and {testSize}{' '}
        for the test, all drawn here from seed {seed}.
      </p>
    </div>
  )
}
