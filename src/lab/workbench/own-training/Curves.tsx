import * as Plot from '@observablehq/plot'
import { useMemo } from 'react'
import { beyondWords } from '../../../ui/axis'
import { measured, percent } from '../../../ui/format'
import { beyond, Chart } from '../../../ui/Plot'
import { smoothed } from '../train-here/smooth'
import type { Shown } from './useRuns'

interface Props {
  readonly runs: readonly Shown[]
  readonly steps: number
  /** The step of the moment that is shown. */
  readonly at: number | null
}

interface Line {
  readonly name: string
  readonly colour: string
  readonly dash: string
  readonly width: number
  readonly points: readonly { readonly step: number; readonly value: number }[]
}

/** Of the current run and of the one beside it. */
export const colours = ['var(--path-1)', 'var(--path-2)'] as const
const dashes = { batch: '1 3', train: 'none', test: '7 4' } as const

/** Loss and error by step, of one run or of two. */
export function Curves({ runs, steps, at }: Props) {
  const losses = useMemo(
    () =>
      runs.flatMap(({ history }, i) => [
        line(
          i,
          'batch',
          smoothed(history.losses.filter(Number.isFinite)).map((value, k) => ({ step: k + 1, value })),
        ),
        ...scoresOf(runs, i, 'loss'),
      ]),
    [runs],
  )
  const errors = useMemo(() => runs.flatMap((_, i) => scoresOf(runs, i, 'error')), [runs])
  const classes = runs[0]?.plan.material.names.length ?? 2
  return (
    <>
      <div className="own-charts">
        <Lines
          title="loss by step, in nats"
          {...{ lines: losses, steps, at, guessing: Math.log(classes) }}
          say={measured}
        />
        <Lines
          title="error by step"
          {...{ lines: errors, steps, at, guessing: 1 - 1 / classes }}
          say={percent}
        />
      </div>
      <ul className="own-legend small-text" aria-label="Lines">
        {runs.flatMap(({ plan }, i) =>
          (['batch', 'train', 'test'] as const).map((what) => (
            <li key={`${i} ${what}`}>
              <svg aria-hidden width="28" height="8">
                <line
                  x2="28"
                  y1="4"
                  y2="4"
                  stroke={colours[i]}
                  strokeWidth={widths[what]}
                  strokeDasharray={dashes[what]}
                />
              </svg>{' '}
              {words[what]}
              {runs.length > 1 && `, ${plan.name}`}
            </li>
          )),
        )}
      </ul>
    </>
  )
}

const words = {
  batch: 'loss of the batches, mean of 10',
  train: 'images to learn from',
  test: 'other images',
} as const
const widths = { batch: 1.5, train: 2.5, test: 2.5 } as const

const line = (run: number, what: keyof typeof words, points: Line['points']): Line => ({
  name: `${words[what]}${run === 1 ? ', the run beside' : ''}`,
  ...{ colour: colours[run], dash: dashes[what], width: widths[what], points },
})

const scoresOf = (runs: readonly Shown[], run: number, quantity: 'loss' | 'error'): readonly Line[] =>
  (['train', 'test'] as const).map((what) =>
    line(
      run,
      what,
      runs[run].history.scores.map((score) => ({ step: score.step, value: score[what][quantity] })),
    ),
  )

interface LinesProps {
  readonly title: string
  readonly lines: readonly Line[]
  readonly steps: number
  readonly at: number | null
  readonly guessing: number
  readonly say: (value: number) => string
}

function Lines({ title, lines, steps, at, guessing, say }: LinesProps) {
  const top = say === percent ? 1 : guessing * 1.25
  const draw = useMemo(() => {
    const said = beyondWords(
      lines.map(({ name, points }) => ({ name, values: points.map(({ value }) => value) })),
      [0, top],
      say,
    )
    return (width: number): Plot.PlotOptions => ({
      height: Math.min(220, Math.max(150, width * 0.45)),
      marginTop: 12,
      marginBottom: 30,
      marginLeft: 50,
      marginRight: 12,
      x: { label: null, domain: [0, steps], ticks: 4 },
      y: {
        label: null,
        domain: [0, top],
        grid: true,
        ticks: 5,
        ...(say === percent && { tickFormat: '.0%' }),
      },
      marks: [
        Plot.ruleY([guessing], { stroke: 'var(--line-strong)', strokeDasharray: '1 3' }),
        Plot.text(['guessing'], { y: () => guessing, frameAnchor: 'right', dy: -8, fill: 'var(--ink-soft)' }),
        ...(at === null ? [] : [Plot.ruleX([at], { stroke: 'var(--ink)', strokeDasharray: '4 3' })]),
        ...lines.map(({ points, colour, dash, width }) =>
          Plot.line(points, {
            ...{
              x: 'step',
              y: 'value',
              stroke: colour,
              strokeWidth: width,
              strokeDasharray: dash,
              clip: true,
            },
          }),
        ),
        ...beyond(said),
      ],
    })
  }, [lines, steps, at, guessing, top, say])
  const reading = lines.flatMap(({ name, points }) => {
    const last = points.at(-1)
    return last ? [`${name} ${say(last.value)} at step ${last.step}`] : []
  })
  return (
    <figure>
      <figcaption className="small-text">{title}</figcaption>
      <Chart label={`${title}: ${reading.join('; ') || 'nothing yet'}`} draw={draw} />
    </figure>
  )
}
