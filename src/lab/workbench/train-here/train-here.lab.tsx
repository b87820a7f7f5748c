import './train-here.css'
import { useMemo, useState } from 'react'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import type { LabProps } from '../../index'
import { LiveCurves } from './LiveCurves'
import { deepest, networksOf } from '../../shared/drawings/networks'
import { Results } from './Results'
import { batchSize, testSize } from './job'
import { Status } from './Status'
import { Strip } from './Strip'
import { useTraining } from './useTraining'

const rates = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

/** Plain, residual and dense networks of equal size learn drawings side by side, in this browser. */
export function Lab({ with: given }: LabProps) {
  const [blocks, setBlocks] = useState(Number(given.blocks ?? 3))
  const [rate, setRate] = useState(rates.indexOf(0.05))
  const [normalized, setNormalized] = useState<'on' | 'off'>('on')
  const [seed, setSeed] = useState(1)
  const steps = Number(given.steps ?? 200)
  const networks = useMemo(() => networksOf(blocks, normalized === 'on'), [blocks, normalized])
  const training = useTraining()
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
            onChange={setBlocks}
          />
          <Slider
            label="learning rate"
            min={0}
            max={rates.length - 1}
            value={rate}
            text={String(rates[rate])}
            onChange={setRate}
          />
        </div>
        <div className="lab-controls">
          <Slider label="seed" min={1} max={20} value={seed} onChange={setSeed} />
          <Segmented
            small
            legend="Batch normalization"
            value={normalized}
            choices={[
              { value: 'on', label: 'with batch norm' },
              { value: 'off', label: 'without' },
            ]}
            onChange={setNormalized}
          />
        </div>
      </fieldset>
      <div className="lab-controls">
        {phase === 'idle' && (
          <button
            type="button"
            className="button primary small"
            onClick={() => training.start(networks, { seed, rate: rates[rate], steps })}
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
            Go on
          </button>
        )}
        <button type="button" className="button small" disabled={phase === 'idle'} onClick={training.reset}>
          Reset
        </button>
        <Status training={training} networks={networks} steps={steps} />
      </div>
      <LiveCurves runs={runs} steps={steps} />
      <Results networks={networks} runs={runs} />
      <Strip seed={seed} runs={runs} />
      <p className="soft small-text">
        A toy: it shows what trains, not accuracy on photographs. {batchSize} drawings a step and {testSize}{' '}
        for the test, all drawn here from seed {seed}.
      </p>
    </div>
  )
}
