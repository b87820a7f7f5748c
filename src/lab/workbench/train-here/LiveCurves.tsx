import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { percent } from '../../../ui/format'
import { beyondWords } from '../../../ui/axis'
import { beyond, Chart } from '../../../ui/Plot'
import { shapes } from '../../shared/drawings/drawings'
import { type Kind, look } from '../../../ui/look'
import { kinds } from '../../shared/drawings/networks'
import { smoothed, window } from './smooth'
import type { Run, Runs } from './useTraining'

interface Point {
  readonly step: number
  readonly value: number
}

type Lines = readonly (readonly [Kind, readonly Point[]])[]

/** Training loss and test error by step, as far as they have come. */
export function LiveCurves({
  runs,
  steps,
  lit,
}: {
  readonly runs: Runs
  readonly steps: number
  /** Whose curves stand out; null while all are alike. */
  readonly lit: Kind | null
}) {
  const losses = linesOf(runs, ({ losses }) =>
    smoothed(losses.filter(Number.isFinite)).map((value, i) => ({ step: i + 1, value })),
  )
  const errors = linesOf(runs, ({ tests }) => tests.map(({ step, error }) => ({ step, value: error })))
  return (
    <div className="train-charts">
      <Lines
        title={`training loss by step, mean of ${window}`}
        lines={losses}
        steps={steps}
        top={2.5}
        chance={Math.log(shapes.length)}
        say={(value) => value.toFixed(2)}
        lit={lit}
      />
      <Lines
        title="test error by step, on other drawings"
        lines={errors}
        steps={steps}
        top={1}
        chance={1 - 1 / shapes.length}
        say={percent}
        lit={lit}
      />
    </div>
  )
}

function linesOf(runs: Runs, points: (run: Run) => readonly Point[]): Lines {
  return kinds.flatMap((kind) => {
    const run = runs[kind]
    return run ? [[kind, points(run)] as const] : []
  })
}

interface Props {
  readonly title: string
  readonly lines: Lines
  readonly steps: number
  /** Where the axis ends; how far a line goes on above it is said in words. */
  readonly top: number
  /** What guessing gives, as a line. */
  readonly chance: number
  readonly say: (value: number) => string
  readonly lit: Kind | null
}

function Lines({ title, lines, steps, top, chance, say, lit }: Props) {
  // Drawn anew when a line has grown, not whenever something else has changed.
  const key = lines.map(([kind, points]) => `${kind} ${points.length} ${points.at(-1)?.value}`).join()
  const words = beyondWords(
    lines.map(([name, points]) => ({ name, values: points.map(({ value }) => value) })),
    [0, top],
    say,
  )
  const draw = useMemo(
    () => (width: number) => ({
      height: Math.min(170, Math.max(120, width * 0.4)),
      marginTop: 10,
      marginBottom: 28,
      marginLeft: 46,
      marginRight: 12,
      x: { label: null, domain: [0, steps], ticks: 4 },
      y: {
        label: null,
        domain: [0, top],
        grid: true,
        ticks: 5,
        ...(top === 1 && { tickFormat: '.0%' }),
      },
      marks: [
        Plot.ruleY([chance], { stroke: 'var(--line-strong)', strokeDasharray: '1 3' }),
        Plot.text([chance], {
          y: (value: number) => value,
          frameAnchor: 'right',
          text: () => 'guessing',
          fill: 'var(--ink-soft)',
          dy: -8,
        }),
        ...lines.map(([kind, points]) =>
          Plot.line(points as Point[], {
            x: 'step',
            y: 'value',
            stroke: look[kind].colour,
            strokeWidth: 2.5,
            strokeDasharray: look[kind].dash,
            clip: true,
          }),
        ),
        ...beyond(words),
      ],
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `key` says whether `lines` are others
    [key, steps, top, chance, words],
  )
  const reading = lines
    .map(([kind, points]) => {
      const last = points.at(-1)
      return last ? `${kind} ${say(last.value)} at step ${last.step}` : `${kind} not yet`
    })
    .join(', ')
  return (
    <figure>
      <figcaption className="small-text">{title}</figcaption>
      <Chart label={`${title}: ${reading || 'nothing yet'}`} draw={draw} emphasis={lit && look[lit].colour} />
    </figure>
  )
}
