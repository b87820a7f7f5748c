import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { measured } from '../../../ui/format'
import { inPowers } from '../../shared/powers'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { look } from '../../../ui/look'
import { pairOf } from '../../shared/drawings/networks'
import { domainOf, type Quantity, quantities, stretches } from './flow'
import { pair, type Paired } from './job'
import { overLayers, stretchMarks } from './overLayers'
import type { Bench } from './useFlow'

interface Point {
  readonly layer: number
  readonly value: number
}

interface Props {
  readonly found: NonNullable<Bench['found']>
  readonly quantity: Quantity
  /** Which network stands out; null while both are alike. */
  readonly lit: Paired | null
}

/** One quantity of every layer of both networks, from the image to the answer, on a logarithmic axis. */
export function FlowChart({ found: { settings, answer }, quantity, lit }: Props) {
  const { noun } = quantities[quantity]
  const { flows } = answer
  const draw = useMemo(() => {
    const graph = pairOf(settings.blocks, settings.bn).plain
    const depth = flows.plain.layers.length
    const stages = stretches(
      graph,
      flows.plain.layers.map(({ id }) => id),
    )
    const lines = pair.map((kind) => [kind, pointsOf(flows[kind].layers, quantity)] as const)
    const domain = domainOf(lines.flatMap(([, points]) => points.map(({ value }) => value)))
    const axes = overLayers(depth, domain)
    return (width: number): Drawing => ({
      height: Math.min(400, Math.max(180, width * 0.41)),
      ...axes,
      x: { ...axes.x, ticks: width / 70 },
      marks: [
        ...stretchMarks(stages),
        ...lines.flatMap(([kind, points]) =>
          marksOf(kind, points, Math.max(1.3, Math.min(4, width / depth / 4))),
        ),
      ],
      told: lines.flatMap(([kind, points]) =>
        points.map(({ layer, value }) => ({
          x: layer,
          y: value,
          words: `${kind}, layer ${layer}: ${inPowers(measured(value))}`,
        })),
      ),
    })
  }, [flows, quantity, settings])
  const reading = pair.map((kind) => {
    const points = pointsOf(flows[kind].layers, quantity)
    return `${kind} from ${measured(points[0].value)} in the first layer to ${measured(points.at(-1)!.value)} in the last`
  })
  return (
    <Chart
      label={`${noun} by layer, root mean squares: ${reading.join('; ')}`}
      draw={draw}
      emphasis={lit && look[lit].colour}
    />
  )
}

/** What a logarithmic axis has no place for stands at its end, in words: nothing at the bottom, no number at the top. */
function marksOf(kind: Paired, points: readonly Point[], radius: number): Plot.Markish[] {
  const { colour, dash, symbol } = look[kind]
  const drawn = points.filter(({ value }) => Number.isFinite(value) && value > 0)
  const off = (frameAnchor: 'bottom' | 'top', words: string, those: readonly Point[]) => {
    const away = 14 + 17 * pair.indexOf(kind)
    return [
      Plot.dot(those, { x: 'layer', frameAnchor, symbol: 'times', stroke: colour, r: radius + 1 }),
      Plot.text(those.slice(those.length / 2, those.length / 2 + 1), {
        x: 'layer',
        frameAnchor,
        text: () => `${kind}: ${words}`,
        dy: frameAnchor === 'top' ? away : -away,
        fill: colour,
      }),
    ]
  }
  return [
    Plot.line(drawn, { x: 'layer', y: 'value', stroke: colour, strokeWidth: 1.5, strokeDasharray: dash }),
    Plot.dot(drawn, {
      x: 'layer',
      y: 'value',
      symbol,
      stroke: colour,
      fill: kind === 'plain' ? 'var(--surface)' : colour,
      r: radius,
    }),
    ...off(
      'bottom',
      'zero',
      points.filter(({ value }) => value === 0),
    ),
    ...off(
      'top',
      'not a number',
      points.filter(({ value }) => !Number.isFinite(value)),
    ),
  ]
}

function pointsOf(
  layers: readonly Readonly<Record<Quantity, number>>[],
  quantity: Quantity,
): readonly Point[] {
  return layers.map((layer, i) => ({ layer: i + 1, value: layer[quantity] }))
}
