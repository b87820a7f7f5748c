import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { measured, percent } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import { binned, summaryOf } from './statistics'

interface Props {
  readonly name: string
  readonly values: Float32Array
  readonly colour: string
}

/** How often which value occurs, with mean and deviation below it. */
export function Values({ name, values, colour }: Props) {
  const { mean, deviation, below } = useMemo(() => summaryOf(values), [values])
  const draw = useMemo(() => {
    const bins = binned(values)
    return (): Plot.PlotOptions => ({
      height: 150,
      marginTop: 8,
      marginBottom: 28,
      marginLeft: 12,
      marginRight: 12,
      x: { label: null, domain: [bins[0].from, bins[bins.length - 1].to], ticks: 6 },
      y: { axis: null },
      marks: [
        Plot.rectY(bins, { x1: 'from', x2: 'to', y: 'share', fill: colour, inset: 0.5 }),
        ...(bins[0].from < 0 && bins[bins.length - 1].to > 0
          ? [Plot.ruleX([0], { stroke: 'var(--line-strong)' })]
          : []),
        Plot.ruleX([mean], { stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '4 3' }),
      ],
    })
  }, [values, colour, mean])
  const words = `mean ${measured(mean)}, standard deviation ${measured(deviation)}, ${percent(below)} below zero`
  return (
    <figure className="norm-values-figure">
      <figcaption className="small-text">
        <strong>{name}</strong>: {words}
      </figcaption>
      <Chart label={`Values ${name}: ${words}`} draw={draw} />
    </figure>
  )
}
