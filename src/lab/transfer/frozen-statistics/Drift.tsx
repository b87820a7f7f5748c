import * as Plot from '@observablehq/plot'
import { useCallback } from 'react'
import { measured } from '../../../ui/format'
import { Chart } from '../../../ui/Plot'
import type { Drawing } from '../../../ui/told'
import type { Statistics } from '../../normalization/norm-bench/norm'
import type { History } from './drift'
import { many } from '../../shared/many'

interface Props {
  readonly history: History
  /** Of the batch that comes next: where the running statistics are going. */
  readonly batch: Statistics
}

/** Batches that the axis has room for at least. */
const least = 20

/** The running mean and variance, batch by batch; thin lines say what the new batches have. */
export function Drift({ history, batch }: Props) {
  const draw = useCallback((): Drawing => {
    const last = history.length - 1
    const { mean, variance } = history[last]
    // Names that would lie on each other part.
    const apart = Math.abs(mean - variance) < 0.25 ? (mean > variance ? -9 : 9) : 0
    const ends = [
      { y: mean, name: 'mean', dy: apart, colour: 'var(--path-1)' },
      { y: variance, name: 'variance', dy: -apart, colour: 'var(--path-2)' },
    ]
    return {
      height: 165,
      marginTop: 10,
      marginBottom: 30,
      marginLeft: 48,
      marginRight: 80,
      x: { label: null, domain: [0, Math.max(least, last)], ticks: 5 },
      y: { label: null, domain: [-1, 1], ticks: 5, grid: true },
      marks: [
        Plot.ruleY([batch.mean], { stroke: 'var(--path-1)', strokeWidth: 1 }),
        Plot.ruleY([batch.variance], { stroke: 'var(--path-2)', strokeWidth: 1, strokeDasharray: '2 3' }),
        Plot.lineY(history, { x: (_, i: number) => i, y: 'mean', stroke: 'var(--path-1)', strokeWidth: 3 }),
        Plot.lineY(history, {
          x: (_, i: number) => i,
          y: 'variance',
          stroke: 'var(--path-2)',
          strokeWidth: 3,
          strokeDasharray: '7 4',
        }),
        Plot.dot(ends, { x: last, y: 'y', fill: 'var(--ink)', r: 3.5 }),
        ...ends.map((end) =>
          Plot.text([end], {
            x: last,
            y: 'y',
            text: 'name',
            textAnchor: 'start',
            dx: 8,
            dy: end.dy,
            fontWeight: 600,
            fill: end.colour,
          }),
        ),
        Plot.text(['batches'], { frameAnchor: 'bottom-right', textAnchor: 'start', dx: 16, dy: 24 }),
      ],
      told: (['mean', 'variance'] as const).flatMap((name) =>
        history.map((each, i) => ({
          x: i,
          y: each[name],
          words: `running ${name} after ${i} ${i === 1 ? 'batch' : 'batches'}: ${measured(each[name])}`,
        })),
      ),
    }
  }, [history, batch])
  const { mean, variance } = history[history.length - 1]
  return (
    <Chart
      label={`After ${many(history.length - 1, 'batch', 'batches')} the running mean is ${measured(mean)} and the running variance ${measured(variance)}; the new batches have ${measured(batch.mean)} and ${measured(batch.variance)}`}
      draw={draw}
    />
  )
}
