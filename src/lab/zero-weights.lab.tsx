import * as Plot from '@observablehq/plot'
import { useCallback, useState } from 'react'
import { Chart } from '../ui/Plot'
import { Slider } from '../ui/Slider'
import { input, plain, residual, share } from './zero-weights/blocks'

const blocks = [
  { name: 'Plain block: f(x)', of: plain, colour: 'var(--path-2)' },
  { name: 'Residual block: x + g(x)', of: residual, colour: 'var(--path-1)' },
] as const

/** The weights of two blocks pulled to zero: one forgets its input, the other hands it on. */
export function Lab() {
  const [scale, setScale] = useState(1)
  return (
    <div className="lab-body">
      <Slider
        label="All weights times"
        min={0}
        max={1}
        step={0.01}
        value={scale}
        text={scale.toFixed(2)}
        onChange={setScale}
      />
      {blocks.map(({ name, of, colour }) => (
        <Output key={name} name={name} values={of(input, scale)} colour={colour} />
      ))}
      <p className="soft">
        Computed as you drag: a signal of {input.length} values (dashed) through two windows of three with
        ReLU. The weights are random, from a fixed seed that lets the signal through, and not trained.
      </p>
    </div>
  )
}

function Output({
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
      height: 150,
      marginTop: 8,
      marginBottom: 20,
      x: { axis: null },
      y: { domain: [0, 2], ticks: 3, label: null },
      marks: [
        Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
        Plot.lineY(input, { stroke: 'var(--ink-soft)', strokeDasharray: '4 3' }),
        Plot.lineY(key.split(' ').map(Number), { stroke: colour, strokeWidth: 3 }),
      ],
    }),
    [key, colour],
  )
  const size = share(values)
  return (
    <section>
      <p>
        <strong>{name}</strong>, norm of the output by that of the input: {size.toFixed(2)}
      </p>
      <Chart label={`${name}: the output has ${size.toFixed(2)} times the norm of the input`} draw={draw} />
    </section>
  )
}
