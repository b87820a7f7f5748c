import './zero-weights.css'
import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { Chart } from '../../../ui/Plot'
import { Slider } from '../../../ui/Slider'
import { input, jacobian, normOf, plain, residual, share } from './blocks'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const blocks = [
  { name: 'Plain block: f(x)', short: 'plain', of: plain, colour: 'var(--path-2)' },
  { name: 'Residual block: x + g(x)', short: 'residual', of: residual, colour: 'var(--path-1)' },
] as const

/** The weights of two blocks pulled to zero: one forgets its input, the other passes it on. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { scale } = value
  const measured = blocks.map(({ of, ...block }) => ({
    ...block,
    values: of(input, scale),
    stretch: normOf(jacobian(of, input, scale)),
  }))
  return (
    <div className="lab-body">
      <Slider
        label="All weights times"
        min={0}
        max={1}
        step={0.01}
        value={scale}
        text={scale.toFixed(2)}
        onChange={(scale) => onChange({ scale })}
      />
      {measured.map(({ name, values, colour }) => (
        <Output key={name} name={name} values={values} colour={colour} />
      ))}
      <table className="lab-table zero-weights">
        <thead>
          <tr>
            <th scope="col">block</th>
            <th scope="col">output norm ÷ input norm</th>
            <th scope="col">norm of the Jacobian</th>
          </tr>
        </thead>
        <tbody>
          {measured.map(({ short, values, stretch }) => (
            <tr key={short}>
              <th scope="row">{short}</th>
              <td>{share(values).toFixed(2)}</td>
              <td>{stretch.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small-text">
        Computed as you drag: a signal of {input.length} values (dashed) passes two kernels of three weights,
        with ReLU. The weights are random, from a fixed seed that lets the signal through, and untrained. Norm
        of the Jacobian: the most that the output can change per unit of change in the input.
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
      height: 134,
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
    <section aria-label={name}>
      <strong>{name}</strong>
      <Chart label={`${name}: the output has ${size.toFixed(2)} times the norm of the input`} draw={draw} />
    </section>
  )
}
