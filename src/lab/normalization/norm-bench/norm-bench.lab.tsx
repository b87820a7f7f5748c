import './norm-bench.css'
import { useState } from 'react'
import { measured } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { Histogram } from './Histogram'
import { Moved } from './Moved'
import {
  batchOf,
  decimals,
  epsilons,
  fresh,
  given as four,
  normalized,
  statisticsOf,
  undone,
  updated,
} from './norm'
import { StatisticsTable } from './StatisticsTable'
import type { LabProps } from '../../index'

type Mode = 'train' | 'eval'
type Values = 'random' | 'given'

interface Start {
  /** Random values, or 1, 2, 3, 4. */
  readonly values?: Values
  /** Images in a random batch. */
  readonly batch?: number
  readonly beta?: number
  /** Batches that the running statistics have taken in already. */
  readonly fed?: number
}

/** One channel of a batch before and after normalization, with everything that can be set. */
export function Lab({ with: told }: LabProps) {
  const start = told as Start
  const [kind, setKind] = useState<Values>(start.values ?? 'random')
  const [size, setSize] = useState(start.batch ?? 32)
  const [gamma, setGamma] = useState(1)
  const [beta, setBeta] = useState(start.beta ?? 0)
  const [momentum, setMomentum] = useState(0.1)
  const [epsilonAt, setEpsilonAt] = useState(0)
  const [mode, setMode] = useState<Mode>('train')
  const valuesOf = (seed: number) => (kind === 'given' ? four : batchOf(size, seed))
  const [{ running, batches }, setTaken] = useState(() => {
    let taken = nothing
    while (taken.batches < (start.fed ?? 0)) taken = next(taken)
    return taken
  })
  function next(taken: typeof nothing) {
    return {
      running: updated(taken.running, valuesOf(taken.batches + 1), momentum),
      batches: taken.batches + 1,
    }
  }
  const seed = batches + 1
  const values = valuesOf(seed)
  const epsilon = epsilons[epsilonAt]
  const after = normalized(values, mode === 'train' ? statisticsOf(values) : running, {
    gamma,
    beta,
    epsilon,
  })
  const same = undone(values, after)
  return (
    <div className="lab-body norm-bench">
      <div className="lab-controls">
        <Segmented
          legend="Mode"
          small
          value={mode}
          choices={[
            { value: 'train', label: 'Training' },
            { value: 'eval', label: 'Inference' },
          ]}
          onChange={setMode}
        />
        <Segmented
          legend="Values of the batch"
          small
          value={kind}
          choices={[
            { value: 'random', label: 'random' },
            { value: 'given', label: four.join(', ') },
          ]}
          onChange={(value) => {
            setKind(value)
            // Statistics of other values would say nothing about these.
            setTaken(nothing)
          }}
        />
        <button type="button" className="button small" onClick={() => setTaken(next({ running, batches }))}>
          Next batch
        </button>
        <button type="button" className="button small" onClick={() => setTaken(nothing)}>
          Begin anew
        </button>
      </div>
      {kind === 'given' ? (
        <Moved before={values} after={after} />
      ) : (
        <div className="norm-heaps">
          <Histogram name="before" values={values} colour="var(--path-2)" />
          <Histogram name="after" values={after} colour="var(--path-1)" axis />
        </div>
      )}
      <div role="status">
        <ol className={`norm-values ${kind}`} aria-label="Values before and after">
          {kind === 'given' ? (
            values.map((value, i) => (
              <li key={i}>
                {value} → {decimals(after[i])}
              </li>
            ))
          ) : (
            <>
              <li>
                first value: {decimals(values[0])} → {decimals(after[0])}
              </li>
              <li className="soft">random, from seed {seed}</li>
            </>
          )}
        </ol>
        {same.is
          ? `The output is the input: no value differs by more than ${measured(same.difference)}.`
          : `The output is not the input: values differ by up to ${measured(same.difference)}.`}
      </div>
      <StatisticsTable values={values} running={running} batches={batches} mode={mode} />
      <span role="status" className="visually-hidden">
        {`Running mean ${decimals(running.mean)}, running variance ${decimals(running.variance)}`}
      </span>
      <div className="norm-sliders">
        <Slider
          label="γ"
          min={-1}
          max={2}
          step={0.002}
          value={gamma}
          text={signedDecimals(gamma, 3)}
          onChange={setGamma}
        />
        <Slider
          label="β"
          min={-2}
          max={5}
          step={0.01}
          value={beta}
          text={signedDecimals(beta, 2)}
          onChange={setBeta}
        />
        <Slider
          label="ε"
          min={0}
          max={epsilons.length - 1}
          value={epsilonAt}
          text={String(epsilon)}
          onChange={setEpsilonAt}
        />
        <Slider
          label="Momentum"
          min={0.01}
          max={1}
          step={0.01}
          value={momentum}
          text={momentum.toFixed(2)}
          onChange={setMomentum}
        />
        {kind === 'random' && (
          <Slider label="Images in the batch" min={1} max={256} value={size} onChange={setSize} />
        )}
      </div>
      <p className="soft small-text">
        x becomes <span className="norm-formula">γ·(x − mean)/√(variance + ε) + β</span>. Momentum is the
        share of the new batch:{' '}
        <span className="norm-formula">
          {(1 - momentum).toFixed(2)} · running + {momentum.toFixed(2)} · batch
        </span>
        .{kind === 'given' && ' Every batch has these values.'}
      </p>
    </div>
  )
}

/** Running statistics that have taken in nothing yet. */
const nothing = { running: fresh, batches: 0 }

const signedDecimals = (value: number, digits: number) => value.toFixed(digits).replace('-', '−')
