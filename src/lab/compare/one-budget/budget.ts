import type { History } from '../../../recorded/history'
import { repeatsOf } from '../../../recorded/repeats'

/** Parameters that count as equal: so far from those of the first network, as a share. */
export const leeway = 0.05

/** What is compared, besides the name. */
export type Column = 'params' | 'macs' | 'trainError' | 'testError'

type Measure = Readonly<Record<Column, number>>

export interface Entry extends Measure {
  readonly run: History
  /** The same training from other seeds. */
  readonly others: readonly Measure[]
}

/**
 * Whole trainings of networks with about the parameters of `of`, by the same recipe: what may be compared. A run that
 * differs in epochs, images or anything of its recipe is left out.
 * @param most how far the parameters may differ, as a share
 */
export function alike(runs: readonly History[], of: History, most = leeway): readonly Entry[] {
  const recipe = JSON.stringify(of.run.recipe)
  return runs.flatMap((run) => {
    const fits =
      Math.abs(run.params / of.params - 1) <= most &&
      JSON.stringify(run.run.recipe) === recipe &&
      run.trainImages === of.trainImages &&
      run.testImages === of.testImages &&
      !run.run.noise &&
      run.epochs.length === of.epochs.length
    const others = () => repeatsOf(runs, run).flatMap((repeat) => measureOf(repeat) ?? [])
    const measure = fits && measureOf(run)
    return measure ? [{ run, ...measure, others: others() }] : []
  })
}

/** Undefined where the training ran away. */
function measureOf({ params, macs, final: { train, test } }: History): Measure | undefined {
  if (train.error === null || test.error === null) return undefined
  return { params, macs, trainError: train.error, testError: test.error }
}

/** The entries by a column, the least first; equal ones by their name. */
export function sorted(entries: readonly Entry[], by: Column): readonly Entry[] {
  return entries.toSorted((a, b) => a[by] - b[by] || a.run.title.localeCompare(b.run.title))
}

/** Half of the width of the interval in which a share measured on `images` lies nineteen times in twenty (normal approximation). */
export function uncertainty(share: number, images: number): number {
  return 1.96 * Math.sqrt((share * (1 - share)) / images)
}
