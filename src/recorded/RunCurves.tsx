import { useMemo } from 'react'
import { Curves, type Series } from './Curves'
import type { History, Quantity } from './history'
import { useRuns } from './useRuns'

const images = (quantity: Quantity) => (quantity.startsWith('train') ? 'training' : 'test')

/** Curves of recorded runs, epoch by epoch: measured by this project, never drawn by hand. */
export function RunCurves({
  runs,
  of = ['testError'],
}: {
  readonly runs: readonly string[]
  /** Errors or losses, not both: they share an axis. */
  readonly of?: readonly Quantity[]
}) {
  const { found, problem } = useRuns(runs)
  const series = useMemo(() => found && seriesOf(found, of), [found, of])
  if (problem) return <p className="problem">{problem}</p>
  if (!found || !series)
    return (
      <p className="soft" aria-busy>
        Loading the recorded runs…
      </p>
    )
  const unit = of[0].endsWith('Loss') ? 'loss' : 'error'
  const [{ trainImages, testImages, run, date }] = found
  return (
    <div className="curve">
      <Curves series={series} label={`${of.map(images).join(' and ')} ${unit}`} unit={unit} />
      <p className="soft small-text">
        Measured by this project: {trainImages.toLocaleString('en')} photographs of CIFAR-10 to train on,{' '}
        {testImages.toLocaleString('en')} to test, seed {run.recipe.seed}, {date}. Recorded, not running now.
      </p>
    </div>
  )
}

function seriesOf(found: readonly History[], of: readonly Quantity[]): readonly Series[] {
  return found.flatMap(({ title, epochs }) =>
    of.map((quantity) => ({
      name: of.length > 1 ? `${title}, ${images(quantity)}` : title,
      values: epochs.map((epoch) => epoch[quantity]),
    })),
  )
}
