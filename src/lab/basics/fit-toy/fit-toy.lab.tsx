import '../bigger/bigger.css'
import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { beyondWords } from '../../../ui/axis'
import { short } from '../../../ui/format'
import { beyond, Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { Slider } from '../../../ui/Slider'
import { fit, type Point, rootMeanSquare, sample, truth } from './fit'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { largest, options } from './options'

export { options }

const unseen = sample(400, 'unseen')

/** A model that can be made bigger, and data that can be made more: training error against test error. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { degree, points: many } = value
  const points = useMemo(() => sample(many, 'fit'), [many])
  const errors = useMemo(
    () =>
      Array.from({ length: largest }, (_, i) => {
        const curve = fit(points, i + 1)
        return { weights: i + 2, train: rootMeanSquare(curve, points), test: rootMeanSquare(curve, unseen) }
      }),
    [points],
  )
  const curve = useMemo(() => fitChart(points, degree), [points, degree])
  const both = useMemo(() => errorChart(errors, degree + 1), [errors, degree])
  const now = errors[degree - 1]
  return (
    <div className="lab-body">
      <div className="lab-sliders">
        <Slider
          label="model"
          value={degree}
          min={1}
          max={largest}
          text={`${degree + 1} weights`}
          onChange={(degree) => onChange({ degree })}
        />
        <Slider
          label="data"
          value={many}
          min={16}
          max={200}
          step={2}
          text={`${many} points`}
          onChange={(points) => onChange({ points })}
        />
      </div>
      <div className="bigger-charts">
        <Chart
          label={`${many} points and a polynomial with ${degree + 1} weights fitted to them`}
          draw={curve}
        />
        <Chart
          label={`Errors by model size: ${errors.map(({ weights, train, test }) => `${weights} weights, training ${train.toFixed(2)}, test ${test.toFixed(2)}`).join('; ')}`}
          draw={both}
        />
      </div>
      <Readout
        values={[
          ['training error', now.train.toFixed(3)],
          [<>test error, on {unseen.length} new points</>, now.test.toFixed(3)],
        ]}
      />
      <p className="soft small-text">
        A toy example, not a network: polynomials fitted by least squares on this page.
      </p>
    </div>
  )
}

const frame = (width: number) => ({
  height: Math.min(290, Math.max(200, width * 0.8)),
  marginLeft: 50,
  marginRight: 16,
})

const briefly = (value: number) => short(value).replace('-', '−')

/** The ends of the axes: larger ones would flatten what is to be seen, so what goes on beyond is said in words. */
const heights: [from: number, to: number] = [-1.6, 1.6]
const errorsShown: [from: number, to: number] = [0, 1]

function fitChart(points: readonly Point[], degree: number): (width: number) => Plot.PlotOptions {
  const model = fit(points, degree)
  const xs = Array.from({ length: 161 }, (_, i) => -1 + i / 80)
  const words = beyondWords([{ name: 'curve', values: xs.map(model) }], heights, (value) => briefly(value))
  return (width) => ({
    ...frame(width),
    x: { label: 'x', domain: [-1, 1], ticks: 5 },
    y: { label: 'y', domain: heights, ticks: 5, grid: true },
    marks: [
      Plot.line(xs, { x: (x: number) => x, y: truth, stroke: 'var(--ink-soft)', strokeDasharray: '4 4' }),
      Plot.line(xs, { x: (x: number) => x, y: model, stroke: 'var(--path-1)', strokeWidth: 2.5, clip: true }),
      Plot.dot(points as Point[], { x: '0', y: '1', r: 4, fill: 'var(--path-2)', clip: true }),
      ...beyond(words),
    ],
  })
}

interface Errors {
  readonly weights: number
  readonly train: number
  readonly test: number
}

function errorChart(errors: readonly Errors[], now: number): (width: number) => Drawing {
  const lines = [
    { key: 'train', name: 'training', colour: 'var(--path-1)', dash: 'none' },
    { key: 'test', name: 'test', colour: 'var(--path-2)', dash: '7 4' },
  ] as const
  const words = beyondWords(
    lines.map(({ key, name }) => ({ name, values: errors.map((each) => each[key]) })),
    errorsShown,
    briefly,
  )
  return (width) => ({
    ...frame(width),
    x: { label: 'weights', ticks: 7 },
    y: { label: 'training and test error', domain: errorsShown, grid: true, ticks: 5 },
    marks: [
      Plot.ruleX([now], { stroke: 'var(--accent)', strokeWidth: 2, strokeOpacity: 0.4 }),
      ...lines.flatMap(({ key, name, colour, dash }) => [
        Plot.line(errors, {
          x: 'weights',
          // Far beyond the axis a dashed line would have too many dashes to be drawn.
          y: (each: Errors) => Math.min(each[key], 50 * errorsShown[1]),
          stroke: colour,
          strokeWidth: 2.5,
          strokeDasharray: dash,
          clip: true,
        }),
        Plot.text([errors[3]], {
          x: 'weights',
          y: key,
          text: () => name,
          fill: colour,
          fontWeight: 650,
          dy: key === 'test' ? -14 : 16,
        }),
      ]),
      ...beyond(words),
    ],
    told: lines.flatMap(({ key, name }) =>
      errors.map((each) => ({
        x: each.weights,
        y: each[key],
        words: `${each.weights} weights, ${name}: error ${briefly(each[key])}`,
      })),
    ),
  })
}
