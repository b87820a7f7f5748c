import { useMemo } from 'react'
import { count } from '../ui/format'
import { Curves, type Series } from './Curves'
import type { History, Quantity } from './history'
import { namesOf } from './names'
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
  return (
    <div className="curve">
      <Curves series={series} label={`${of.map(images).join(' and ')} ${unit}`} unit={unit} />
      <Measured runs={found} />
    </div>
  )
}

/** Who measured it, on what, from which seed: for runs on the same images and from the same seed. */
export function Measured({ runs }: { readonly runs: readonly History[] }) {
  const [{ trainImages, testImages, run }] = runs
  const dates = runs.map(({ date }) => date).toSorted()
  const when = [...new Set([dates[0], dates.at(-1)])].join(' to ')
  return (
    <p className="soft small-text">
      Measured by this project: {count(trainImages)} photographs of CIFAR-10 to train on, {count(testImages)}{' '}
      to test, seed {run.recipe.seed}, {when}. Recorded, not running now.
    </p>
  )
}

/** A series for every run and quantity, named after both. */
export function seriesOf(found: readonly History[], of: readonly Quantity[]): readonly Series[] {
  const names = namesOf(found)
  return found.flatMap(({ epochs }, i) =>
    of.map((quantity) => ({
      name: of.length > 1 ? `${names[i]}, ${images(quantity)}` : names[i],
      values: epochs.map((epoch) => epoch[quantity]),
    })),
  )
}
