import './train-here.css'
import { useContext, useEffect, useMemo, useState } from 'react'
import type { Kind } from '../../../ui/look'
import { Problem } from '../../../ui/Problem'
import { LiveCurves } from './LiveCurves'
import { networksOf } from '../../shared/drawings/networks'
import { Results } from './Results'
import { batchSize, testSize } from './job'
import { rowsOf } from './rows'
import { Status } from './Status'
import { Strip } from './Strip'
import { useTraining } from './useTraining'
import type { LabProps } from '../../shared/frame'
import { Still } from '../../shared/still'
import { SaveNumbers } from '../../shared/SaveNumbers'
import { BatchNorm, Depth, Rate, Seed } from '../../shared/training/Fields'
import { options } from './options'

export { options }

/** Plain, residual and dense networks of equal size learn drawings side by side, in this browser. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { blocks, rate, norm, seed, steps, run } = value
  const isStill = useContext(Still)
  const networks = useMemo(() => networksOf(blocks, norm === 'on'), [blocks, norm])
  const training = useTraining()
  const [lit, setLit] = useState<Kind | null>(null)
  const { phase, runs, problem, start, reset } = training
  useEffect(() => {
    if (run && phase === 'idle' && !isStill) start(networks, { seed, rate, steps })
    // Reset, here or in another window of the talk.
    if (!run && phase !== 'idle') reset()
  }, [run, phase, isStill, start, reset, networks, seed, rate, steps])
  return (
    <div className="lab-body train-here">
      <fieldset className="train-settings" disabled={phase !== 'idle'}>
        <legend className="visually-hidden">What is trained</legend>
        <div className="lab-sliders">
          <Depth blocks={blocks} norm={norm} onChange={onChange} />
          <Rate rate={rate} onChange={onChange} />
        </div>
        <div className="lab-controls">
          <Seed seed={seed} onChange={onChange} />
          <BatchNorm norm={norm} onChange={onChange} />
        </div>
      </fieldset>
      <div className="lab-controls">
        {phase === 'idle' && (
          <button type="button" className="button primary small" onClick={() => onChange({ run: true })}>
            Start
          </button>
        )}
        {phase === 'training' && (
          <button type="button" className="button small" onClick={training.pause}>
            Pause
          </button>
        )}
        {phase === 'paused' && !problem && (
          <button type="button" className="button primary small" onClick={training.resume}>
            Resume
          </button>
        )}
        <button
          type="button"
          className="button small"
          disabled={phase === 'idle'}
          onClick={() => onChange({ run: false })}
        >
          Reset
        </button>
        <SaveNumbers name="train-here" isPageOnly disabled={phase === 'idle'} rows={() => rowsOf(runs)} />
        {!problem && <Status training={training} networks={networks} steps={steps} />}
      </div>
      {problem && <Problem onRetry={() => start(networks, { seed, rate, steps })}>{problem}</Problem>}
      <LiveCurves runs={runs} steps={steps} lit={lit} />
      <Results networks={networks} runs={runs} lit={lit} onLight={setLit} />
      <Strip seed={seed} runs={runs} />
      <p className="soft small-text">
        This is a toy: it shows what can be trained, not accuracy on photographs. Each step uses {batchSize}{' '}
        drawings and the test {testSize}, all drawn here from seed {seed}.
      </p>
    </div>
  )
}
