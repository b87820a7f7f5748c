import { useMemo } from 'react'
import { measured, percent } from '../../../ui/format'
import { LineSample } from '../../../ui/LineSample'
import { StepChart, type StepLine } from '../../shared/StepChart'
import { smoothed } from '../train-here/smooth'
import type { Shown } from './useRuns'

interface Props {
  readonly runs: readonly Shown[]
  readonly steps: number
  /** Of the images, which say what guessing gives. */
  readonly classes: number
  /** The step of the moment that is shown. */
  readonly at: number | null
}

/** Of the current run and of the one beside it. */
export const colours = ['var(--path-1)', 'var(--path-2)'] as const
const dashes = { batch: '1 3', train: 'none', test: '7 4' } as const

/** Loss and error by step, of one run or of two. */
export function Curves({ runs, steps, classes, at }: Props) {
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
  return (
    <>
      <div className="own-charts">
        <StepChart
          title="training and test loss by step, in nats"
          {...{ lines: losses, steps, at, guessing: Math.log(classes), top: 1.5 * Math.log(classes) }}
          say={measured}
        />
        <StepChart
          title="training and test error by step"
          {...{ lines: errors, steps, at, guessing: 1 - 1 / classes, top: 1 }}
          say={percent}
        />
      </div>
      <ul className="own-legend small-text" aria-label="Lines">
        {runs.flatMap(({ plan }, i) =>
          (['batch', 'train', 'test'] as const).map((what) => (
            <li key={`${i} ${what}`}>
              <LineSample colour={colours[i]} width={widths[what]} dash={dashes[what]} /> {words[what]}
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

const line = (run: number, what: keyof typeof words, points: StepLine['points']): StepLine => ({
  name: `${words[what]}${run === 1 ? ', the other run' : ''}`,
  ...{ colour: colours[run], dash: dashes[what], width: widths[what], points },
})

const scoresOf = (runs: readonly Shown[], run: number, quantity: 'loss' | 'error'): readonly StepLine[] =>
  (['train', 'test'] as const).map((what) =>
    line(
      run,
      what,
      runs[run].history.scores.map((score) => ({ step: score.step, value: score[what][quantity] })),
    ),
  )
