import { percent } from '../../../ui/format'
import { shapes } from '../../shared/drawings/drawings'
import { type Kind, look } from '../../../ui/look'
import { kinds } from '../../shared/drawings/networks'
import { StepChart, type StepLine } from '../../shared/StepChart'
import { smoothed, window } from './smooth'
import type { Run, Runs } from './useTraining'

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
      <StepChart
        title={`training loss by step, mean of ${window}`}
        lines={losses}
        steps={steps}
        top={2.5}
        guessing={Math.log(shapes.length)}
        say={inNats}
        emphasis={lit && look[lit].colour}
      />
      <StepChart
        title="test error by step, on other drawings"
        lines={errors}
        steps={steps}
        top={1}
        guessing={1 - 1 / shapes.length}
        say={percent}
        emphasis={lit && look[lit].colour}
      />
    </div>
  )
}

const inNats = (loss: number) => loss.toFixed(2)

function linesOf(runs: Runs, points: (run: Run) => StepLine['points']): readonly StepLine[] {
  return kinds.flatMap((kind) => {
    const run = runs[kind]
    return run ? [{ name: kind, colour: look[kind].colour, dash: look[kind].dash, points: points(run) }] : []
  })
}
