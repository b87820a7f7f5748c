import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import type { WatchedStep } from '../../../runtime/training/measures'
import { beyondWords } from '../../../ui/axis'
import { beyond, Chart } from '../../../ui/Plot'
import { shapes } from '../../shared/drawings/drawings'

/** Where the axis ends; how far the line goes on above it is said in words. */
const top = 2.5

/** The loss of every step's batch, and the step that is shown. */
export function LossChart({
  steps,
  at,
  colour,
}: {
  readonly steps: readonly WatchedStep[]
  readonly at: number
  /** Of the network’s kind. */
  readonly colour: string
}) {
  const draw = useMemo(() => {
    const points = steps
      .map(({ loss }, i) => ({ step: i + 1, loss }))
      .filter(({ loss }) => Number.isFinite(loss))
    const said = beyondWords([{ name: 'loss', values: points.map(({ loss }) => loss) }], [0, top], (value) =>
      value.toFixed(2),
    )
    const guessing = Math.log(shapes.length)
    return (): Plot.PlotOptions => ({
      height: 120,
      marginTop: 10,
      marginBottom: 40,
      marginLeft: 64,
      marginRight: 14,
      x: { label: 'step', domain: [0, Math.max(10, steps.length)], ticks: 5, tickFormat: 'd' },
      y: { label: null, domain: [0, top], grid: true, ticks: 4 },
      marks: [
        Plot.ruleY([guessing], { stroke: 'var(--line-strong)', strokeDasharray: '1 3' }),
        Plot.text(['guessing'], {
          y: () => guessing,
          frameAnchor: 'right',
          dy: -8,
          fill: 'var(--ink-soft)',
        }),
        Plot.ruleX([at], { stroke: 'var(--ink)', strokeDasharray: '4 3' }),
        Plot.line(points, { x: 'step', y: 'loss', stroke: colour, strokeWidth: 2, clip: true }),
        Plot.dot(points.slice(at - 1, at), { x: 'step', y: 'loss', fill: colour, r: 4, clip: true }),
        ...beyond(said),
      ],
    })
  }, [steps, at, colour])
  return (
    <figure>
      <figcaption className="small-text">loss of each step’s batch</figcaption>
      <Chart label={`Loss of the batch at step ${at}: ${steps[at - 1].loss.toFixed(2)}`} draw={draw} />
    </figure>
  )
}
