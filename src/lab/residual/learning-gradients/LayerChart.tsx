import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import type { Graph } from '../../../nn/graph'
import type { WatchedStep } from '../../../runtime/training/measures'
import { measured } from '../../../ui/format'
import { inPowers } from '../../shared/powers'
import { LineSample } from '../../../ui/LineSample'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { stretches } from '../gradient-flow/flow'
import { overLayers, stretchMarks } from '../gradient-flow/overLayers'
import { type Quantity, quantities, valueOf } from './quantities'

/** Steps that stay in the chart beside the one that is shown, each with its dash. */
const landmarks = [
  { step: 1, dash: '2 3' },
  { step: 10, dash: '6 3' },
  { step: 100, dash: '10 3 2 3' },
] as const

const besides = (made: number, shown: number) =>
  landmarks.filter(({ step }) => step <= made && step !== shown)

interface Props {
  readonly graph: Graph
  readonly steps: readonly WatchedStep[]
  /** The step that is shown, from 1. */
  readonly at: number
  readonly quantity: Quantity
  /** Of the network’s kind. */
  readonly colour: string
  /** The ends of the axis as powers of ten. */
  readonly decades: readonly [number, number]
}

interface Point {
  readonly layer: number
  readonly value: number
}

/** One quantity of every layer, at the step that is shown and at the first, the tenth and the hundredth. */
export function LayerChart({ graph, steps, at, quantity, colour, decades: [low, high] }: Props) {
  const { noun } = quantities[quantity]
  const now = useMemo(() => pointsOf(steps[at - 1], quantity), [steps, at, quantity])
  const draw = useMemo(() => {
    const depth = now.length
    const stages = stretches(
      graph,
      steps[0].layers.map(({ id }) => id),
    )
    const others = besides(steps.length, at).map(({ step, dash }) => ({
      dash,
      points: pointsOf(steps[step - 1], quantity).filter(isDrawn),
    }))
    const zeros = now.filter(({ value }) => value === 0)
    const axes = overLayers(depth, [10 ** low, 10 ** high])
    return (width: number): Drawing => ({
      height: Math.min(300, Math.max(180, width * 0.4)),
      ...axes,
      x: { ...axes.x, ticks: Math.min(depth, width / 70) },
      marks: [
        ...stretchMarks(stages),
        ...others.map(({ dash, points }) =>
          Plot.line(points, {
            x: 'layer',
            y: 'value',
            stroke: 'var(--ink-soft)',
            strokeWidth: 1.5,
            strokeDasharray: dash,
          }),
        ),
        Plot.line(now.filter(isDrawn), { x: 'layer', y: 'value', stroke: colour, strokeWidth: 2.5 }),
        Plot.dot(now.filter(isDrawn), {
          x: 'layer',
          y: 'value',
          fill: colour,
          r: Math.max(1.5, Math.min(4, width / depth / 4)),
        }),
        Plot.dot(zeros, {
          x: 'layer',
          frameAnchor: 'bottom',
          symbol: 'times',
          stroke: colour,
          r: 5,
        }),
        Plot.text(zeros.slice(0, 1), {
          x: 'layer',
          frameAnchor: 'bottom',
          text: () => 'zero',
          textAnchor: 'start',
          dy: -14,
          fill: colour,
        }),
      ],
      told: now.map(({ layer, value }) => ({
        x: layer,
        y: value,
        words: `layer ${layer}, step ${at}: ${inPowers(measured(value))}`,
      })),
    })
  }, [graph, steps, at, quantity, colour, now, low, high])
  const [first, last] = [now[0], now[now.length - 1]]
  return (
    <figure>
      <figcaption className="learning-legend small-text">
        norm of the {noun} by layer
        <Line name={`step ${at}`} colour={colour} width={3} />
        {besides(steps.length, at).map(({ step, dash }) => (
          <Line key={step} name={`step ${step}`} colour="var(--ink-soft)" width={1.5} dash={dash} />
        ))}
      </figcaption>
      <Chart
        label={`Norm of the ${noun} by layer at step ${at}: ${measured(first.value)} in the first layer, ${measured(last.value)} in the last`}
        draw={draw}
      />
    </figure>
  )
}

interface LineProps {
  readonly name: string
  readonly colour: string
  readonly width: number
  readonly dash?: string
}

/** A line of the chart and what it is. */
function Line({ name, colour, width, dash }: LineProps) {
  return (
    <span>
      <LineSample colour={colour} width={width} dash={dash} /> {name}
    </span>
  )
}

const isDrawn = ({ value }: Point) => Number.isFinite(value) && value > 0

function pointsOf(step: WatchedStep, quantity: Quantity): readonly Point[] {
  return step.layers.map((layer, i) => ({ layer: i + 1, value: valueOf(step, layer, quantity) }))
}
