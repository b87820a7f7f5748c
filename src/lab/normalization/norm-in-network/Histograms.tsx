import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { measured, percent } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import { binned, summaryOf } from './statistics'

interface Props {
  readonly name: string
  /** Missing until they have been computed; their room is kept. */
  readonly values?: Float32Array
  readonly colour: string
}

const frame = { height: 150, marginTop: 8, marginBottom: 28, marginLeft: 12, marginRight: 12 } as const

/** How often which value occurs, with mean and deviation below it. */
export function Values({ name, values, colour }: Props) {
  const summary = useMemo(() => values && summaryOf(values), [values])
  const draw = useMemo(() => {
    if (!values) return (): Plot.PlotOptions => ({ ...frame, x: { axis: null } })
    const bins = binned(values)
    const { mean } = summaryOf(values)
    return (): Drawing => ({
      ...frame,
      x: { label: null, domain: [bins[0].from, bins[bins.length - 1].to], ticks: 6 },
      y: { axis: null },
      marks: [
        Plot.rectY(bins, { x1: 'from', x2: 'to', y: 'share', fill: colour, inset: 0.5 }),
        ...(bins[0].from < 0 && bins[bins.length - 1].to > 0
          ? [Plot.ruleX([0], { stroke: 'var(--line-strong)' })]
          : []),
        Plot.ruleX([mean], { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '4 3' }),
      ],
      told: bins.map(({ from, to, share }) => ({
        x: (from + to) / 2,
        y: share,
        words: `from ${measured(from)} to ${measured(to)}: ${percent(share)} of the values`,
      })),
    })
  }, [values, colour])
  const words = summary
    ? `mean ${measured(summary.mean)}, standard deviation ${measured(summary.deviation)}, ${percent(summary.below)} below zero`
    : '…'
  return (
    <figure className="norm-values-figure">
      <figcaption className="small-text">
        <strong>{name}</strong>: {words}
      </figcaption>
      <Chart label={`Values ${name}: ${words}`} draw={draw} />
    </figure>
  )
}
