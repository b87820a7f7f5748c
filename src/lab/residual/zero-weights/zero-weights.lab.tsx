import './zero-weights.css'
import * as Plot from '@observablehq/plot'
import { type ReactNode, useCallback } from 'react'
import { look } from '../../../ui/look'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Slider } from '../../../ui/Slider'
import { BlockSketch } from './BlockSketch'
import { input, jacobian, normOf, plain, residual, share } from './blocks'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const blocks = [
  { name: 'Plain block: f(x)', short: 'plain', of: plain, colour: look.plain.colour },
  { name: 'Residual block: x + g(x)', short: 'residual', of: residual, colour: look.residual.colour },
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
      {measured.map(({ name, short, values, colour }) => (
        <Output key={name} name={name} values={values} colour={colour}>
          <BlockSketch hasShortcut={short === 'residual'} scale={scale} />
        </Output>
      ))}
      <table className="lab-table zero-weights">
        <thead>
          <tr>
            <th scope="col">block</th>
            <th scope="col">size of the output ÷ size of the input</th>
            <th scope="col">a small change is multiplied by at most</th>
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
        A signal of {input.length} values (dashed) passes through two kernels of three weights, with ReLU; the
        weights are random, from a fixed seed. Size: the square root of the sum of squares. Last column: the
        largest factor, over all directions, by which a small change of the input is multiplied by the time it
        reaches the output.
      </p>
    </div>
  )
}

function Output({
  name,
  values,
  colour,
  children,
}: {
  readonly name: string
  readonly values: readonly number[]
  readonly colour: string
  /** The block as a drawing. */
  readonly children: ReactNode
}) {
  const key = values.join(' ')
  const draw = useCallback(
    (width: number): Drawing => ({
      height: width < 400 ? 96 : 120,
      marginTop: 8,
      marginBottom: 20,
      x: { axis: null },
      y: { domain: [0, 2], ticks: 3, label: null },
      marks: [
        Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
        Plot.lineY(input, { stroke: 'var(--ink-soft)', strokeDasharray: '4 3' }),
        Plot.lineY(key.split(' ').map(Number), { stroke: colour, strokeWidth: 3 }),
      ],
      told: key.split(' ').map((out, i) => ({
        x: i,
        y: Number(out),
        words: `value ${i + 1}: ${input[i].toFixed(2)} in, ${Number(out).toFixed(2)} out`,
      })),
    }),
    [key, colour],
  )
  const size = share(values)
  return (
    <section aria-label={name}>
      <div className="zero-head">
        <strong>{name}</strong>
        {children}
      </div>
      <Chart label={`${name}: the output has ${size.toFixed(2)} times the size of the input`} draw={draw} />
    </section>
  )
}
