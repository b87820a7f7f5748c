import type { WatchedStep } from '../../../runtime/training/measures'
import { measured } from '../../../ui/format'
import { shapes } from '../../shared/drawings/drawings'
import { StepChart } from '../../shared/StepChart'

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
  const lines = [
    {
      ...{ name: 'loss', colour, width: 2 },
      points: steps
        .map(({ loss }, i) => ({ step: i + 1, value: loss }))
        .filter(({ value }) => Number.isFinite(value)),
    },
  ]
  return (
    <StepChart
      title="loss of each step’s batch"
      {...{ lines, top, at }}
      steps={Math.max(10, steps.length)}
      guessing={Math.log(shapes.length)}
      say={inNats}
      reading={`${inNats(steps[at - 1].loss)} at step ${at}`}
      isLow
    />
  )
}

const inNats = (loss: number) => (Number.isFinite(loss) ? loss.toFixed(2) : measured(loss))
