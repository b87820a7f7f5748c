import { useMemo } from 'react'
import { count } from '../ui/format'
import { listed } from '../ui/listed'
import { datasets } from './datasets'
import { Curves, type Series } from './Curves'
import type { History, Quantity } from './history'
import { lineOf } from './kind'
import { namesOf } from './names'
import { day } from './day'
import { useRuns } from './useRuns'

const images = (quantity: Quantity) => (quantity.startsWith('train') ? 'training' : 'test')

/** Curves of recorded runs, epoch by epoch: measured by this project, never drawn by hand. */
export function RunCurves({
  runs,
  of = ['testError'],
  waiting = [],
}: {
  readonly runs: readonly string[]
  /** Those of them whose curves wait for an answer. */
  readonly waiting?: readonly string[]
  /** Errors or losses, not both: they share an axis. */
  readonly of?: readonly Quantity[]
}) {
  const { found, repeats, problem } = useRuns(runs)
  const series = useMemo(
    () =>
      found &&
      seriesOf(found, of, repeats).map((each, i) => ({
        ...each,
        isHidden: waiting.includes(runs[Math.floor(i / of.length)]),
      })),
    [found, of, repeats, runs, waiting],
  )
  if (problem) return problem
  if (!found || !series)
    return (
      <p className="soft" aria-busy>
        Loading the recorded runs…
      </p>
    )
  const unit = of[0].endsWith('Loss') ? 'loss' : 'error'
  const quantity = `${of.map(images).join(' and ')} ${unit}`
  return (
    <div className="curve">
      <Curves series={series} label={quantity} quantity={quantity} unit={unit} />
      <Measured runs={found} repeats={repeats} ofTraining={of.some((each) => each.startsWith('train'))} />
    </div>
  )
}

/** Who measured it, on what, from which seed: for runs on the same images and from the same seed. */
export function Measured({
  runs,
  repeats = [],
  ofTraining = false,
}: {
  readonly runs: readonly History[]
  readonly repeats?: readonly (readonly History[])[]
  /** Whether errors or losses on training images are among what is shown. */
  readonly ofTraining?: boolean
}) {
  const [{ trainImages, testImages, run }] = runs
  const dates = [...runs, ...repeats.flat()].map(({ date }) => date).toSorted()
  const when = [...new Set([dates[0], dates[dates.length - 1]])].map(day).join(' to ')
  return (
    <p className="soft small-text">
      Measured by this project on {count(trainImages)} {datasets[run.data ?? 'cifar10'].photographs} (and{' '}
      {count(testImages)} to test), seed {run.recipe.seed}, {when}.{thinLines(runs, repeats)}
      {ofTraining && ' Training errors are those during the epoch.'} Recorded earlier, not running now.
    </p>
  )
}

/** Which seeds the thin lines are from: once for all runs where these have the same, else by run. Empty where there are none. */
export function thinLines(
  runs: readonly History[],
  repeats: readonly (readonly History[])[],
): string | undefined {
  const names = namesOf(runs)
  const bySeeds = new Map<string, string[]>()
  for (const [i, name] of names.entries()) {
    const seeds = (repeats[i] ?? []).map(({ run }) => run.recipe.seed).toSorted((a, b) => a - b)
    const words = seeds.length === 0 ? '' : `${seeds.length === 1 ? 'seed' : 'seeds'} ${listed(seeds)}`
    bySeeds.set(words, [...(bySeeds.get(words) ?? []), name])
  }
  const drawn = [...bySeeds].filter(([seeds]) => seeds)
  if (drawn.length === 0) return undefined
  const said =
    bySeeds.size === 1 ? drawn[0][0] : drawn.map(([seeds, of]) => `${seeds} of ${listed(of)}`).join('; ')
  return ` Thin lines: ${said}.`
}

/** A series for every run and quantity, named after both, with the same of its repeats. */
export function seriesOf(
  found: readonly History[],
  of: readonly Quantity[],
  repeats: readonly (readonly History[])[] = [],
): readonly Series[] {
  const names = namesOf(found)
  return found.flatMap((run, i) =>
    of.map((quantity) => {
      const valuesOf = ({ epochs }: History) => epochs.map((epoch) => epoch[quantity])
      return {
        name: of.length > 1 ? `${names[i]}, ${images(quantity)}` : names[i],
        values: valuesOf(run),
        of: lineOf(run),
        repeats: repeats[i]?.map(valuesOf),
      }
    }),
  )
}
