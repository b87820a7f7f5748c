import * as Plot from '@observablehq/plot'
import { useCallback, useState } from 'react'
import { measured } from '../ui/format'
import { Chart } from '../ui/Plot'
import { Segmented } from '../ui/Segmented'
import { Slider } from '../ui/Slider'
import { batchOf, normalized, type Statistics, statisticsOf, updated } from './norm-bench/norm'
import type { LabProps } from './index'
import { Readout } from './Readout'

type Mode = 'train' | 'eval'

const fresh: Statistics = { mean: 0, variance: 1 }

/** Bars of the histogram: half a unit wide, from the first edge on; what lies beyond falls into the outer ones. */
const first = -6
const bars = 32

function binned(values: readonly number[]) {
  const counts = new Array<number>(bars).fill(0)
  for (const value of values) counts[Math.min(bars - 1, Math.max(0, Math.floor((value - first) * 2)))]++
  return counts.map((count, i) => ({ from: first + i / 2, to: first + (i + 1) / 2, count }))
}

/**
 * One channel of a batch before and after normalization, with everything that can be set. A slide may begin with another
 * `batch` of images and another `beta`.
 */
export function Lab({ with: given }: LabProps) {
  const start = given as { readonly batch?: number; readonly beta?: number }
  const [size, setSize] = useState(start.batch ?? 32)
  const [gamma, setGamma] = useState(1)
  const [beta, setBeta] = useState(start.beta ?? 0)
  const [momentum, setMomentum] = useState(0.1)
  const [mode, setMode] = useState<Mode>('train')
  const [seed, setSeed] = useState(1)
  const [running, setRunning] = useState(fresh)
  const values = batchOf(size, seed)
  const own = statisticsOf(values)
  const used = mode === 'train' ? own : running
  const after = normalized(values, used, { gamma, beta })
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Mode"
          value={mode}
          choices={[
            { value: 'train', label: 'Training' },
            { value: 'eval', label: 'Inference' },
          ]}
          onChange={setMode}
        />
        <button
          type="button"
          className="button small"
          onClick={() => {
            setRunning(updated(running, values, momentum))
            setSeed(seed + 1)
          }}
        >
          Next batch
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => {
            setRunning(fresh)
            setSeed(1)
          }}
        >
          Begin anew
        </button>
      </div>
      <Histogram name="before" values={values} colour="var(--path-2)" />
      <Histogram name="after" values={after} colour="var(--path-1)" />
      <Readout
        values={[
          ['batch: mean, variance', `${measured(own.mean)}, ${measured(own.variance)}`],
          ['running: mean, variance', `${measured(running.mean)}, ${measured(running.variance)}`],
          ['first value', `${measured(values[0])} → ${measured(after[0])}`],
        ]}
      />
      <div className="lab-sliders">
        <Slider label="Images in the batch" min={1} max={256} value={size} onChange={setSize} />
        <Slider
          label="γ"
          min={-2}
          max={3}
          step={0.05}
          value={gamma}
          text={gamma.toFixed(2)}
          onChange={setGamma}
        />
        <Slider
          label="β"
          min={-3}
          max={3}
          step={0.05}
          value={beta}
          text={beta.toFixed(2)}
          onChange={setBeta}
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
      </div>
      <p className="soft">
        {mode === 'train'
          ? 'Training takes the statistics of the batch'
          : 'Inference takes the running statistics'}
        . Computed as you drag. The values are random, from seed {seed}; ε is 0.00001.
      </p>
    </div>
  )
}

function Histogram({
  name,
  values,
  colour,
}: {
  readonly name: string
  readonly values: readonly number[]
  readonly colour: string
}) {
  const key = values.join(' ')
  const draw = useCallback(
    (): Plot.PlotOptions => ({
      height: 110,
      marginTop: 6,
      marginBottom: 24,
      marginLeft: 30,
      x: { domain: [first, first + bars / 2], label: null },
      y: { axis: null },
      marks: [
        Plot.rectY(binned(key.split(' ').map(Number)), {
          x1: 'from',
          x2: 'to',
          y: 'count',
          fill: colour,
          inset: 0.5,
        }),
        Plot.ruleX([0], { stroke: 'var(--line-strong)' }),
      ],
    }),
    [key, colour],
  )
  const { mean, variance } = statisticsOf(values)
  return (
    <section>
      <strong>{name}</strong>
      <Chart
        label={`Values ${name} normalization: mean ${measured(mean)}, variance ${measured(variance)}`}
        draw={draw}
      />
    </section>
  )
}
