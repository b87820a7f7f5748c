import './norm-bench.css'
import { measured } from '../../../ui/format'
import { useMemo } from 'react'
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
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** One channel of a batch before and after normalization, with everything that can be set. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { values: kind, batch: size, gamma, beta, epsilon, momentum, mode, fed: batches } = value
  const valuesOf = (seed: number) => (kind === 'given' ? four : batchOf(size, seed))
  const running = useMemo(() => {
    let taken = fresh
    for (let seed = 1; seed <= batches; seed++)
      taken = updated(taken, kind === 'given' ? four : batchOf(size, seed), momentum)
    return taken
  }, [batches, kind, size, momentum])
  const seed = batches + 1
  const values = valuesOf(seed)
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
          onChange={(mode) => onChange({ mode })}
        />
        <Segmented
          legend="Values of the batch"
          small
          value={kind}
          choices={[
            { value: 'random', label: 'random' },
            { value: 'given', label: four.join(', ') },
          ]}
          // Statistics of other values would say nothing about these.
          onChange={(values) => onChange({ values, fed: 0 })}
        />
        <button
          type="button"
          className="button small"
          disabled={batches === options.fed.max}
          onClick={() => onChange({ fed: batches + 1 })}
        >
          Next batch
        </button>
        <button type="button" className="button small" onClick={() => onChange({ fed: 0 })}>
          Start over
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
          ? `The output equals the input: no value differs by more than ${measured(same.difference)}.`
          : `The output does not equal the input: values differ by up to ${measured(same.difference)}.`}
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
          onChange={(gamma) => onChange({ gamma })}
        />
        <Slider
          label="β"
          min={-2}
          max={5}
          step={0.01}
          value={beta}
          text={signedDecimals(beta, 2)}
          onChange={(beta) => onChange({ beta })}
        />
        <Slider
          label="ε"
          min={0}
          max={epsilons.length - 1}
          value={epsilons.indexOf(epsilon)}
          text={String(epsilon)}
          onChange={(at) => onChange({ epsilon: epsilons[at] })}
        />
        <Slider
          label="Momentum"
          min={0.01}
          max={1}
          step={0.01}
          value={momentum}
          text={momentum.toFixed(2)}
          onChange={(momentum) => onChange({ momentum })}
        />
        {kind === 'random' && (
          <Slider
            label="Images in the batch"
            min={1}
            max={256}
            value={size}
            onChange={(batch) => onChange({ batch })}
          />
        )}
      </div>
      <p className="soft small-text">
        x becomes <span className="norm-formula">γ·(x − mean)/√(variance + ε) + β</span>. Momentum is the
        share that the new batch gets:{' '}
        <span className="norm-formula">
          {(1 - momentum).toFixed(2)} · running + {momentum.toFixed(2)} · batch
        </span>
        .{kind === 'given' && ' Every batch has these values.'}
      </p>
    </div>
  )
}

const signedDecimals = (value: number, digits: number) => value.toFixed(digits).replace('-', '−')
