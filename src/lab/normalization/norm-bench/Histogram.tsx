import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { measured } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { binned, shown, statisticsOf } from './norm'

interface Props {
  readonly name: string
  readonly values: readonly number[]
  readonly colour: string
  /** Whether numbers stand below it. */
  readonly axis?: boolean
}

/** How often which value occurs. */
export function Histogram({ name, values, colour, axis = false }: Props) {
  const key = values.join(' ')
  const draw = useCallback(
    (): Drawing => ({
      height: axis ? 86 : 60,
      marginTop: 2,
      marginBottom: axis ? 26 : 2,
      marginLeft: 12,
      marginRight: 12,
      x: { domain: [shown.from, shown.to], label: null, axis: axis ? 'bottom' : null },
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
      told: binned(key.split(' ').map(Number)).map(({ from, to, count }) => ({
        x: (from + to) / 2,
        y: count,
        words: `from ${measured(from)} to ${measured(to)}: ${count} ${count === 1 ? 'value' : 'values'}`,
      })),
    }),
    [key, colour, axis],
  )
  const { mean, variance } = statisticsOf(values)
  return (
    <section className="norm-heap">
      <strong>{name}</strong>
      <Chart
        label={`Values ${name} normalization: mean ${measured(mean)}, variance ${measured(variance)}`}
        draw={draw}
      />
    </section>
  )
}
