import type { History } from '../../recorded/history'

/** Parameters that count as equal: so far from those of ResNet-20, as a share. */
export const leeway = 0.05

/** What is compared, besides the name. */
export type Column = 'params' | 'macs' | 'trainError' | 'testError'

export interface Entry extends Readonly<Record<Column, number>> {
  readonly run: History
}

/**
 * Whole trainings of networks with about the parameters of `of`, by the same recipe: what may be compared. A run that
 * differs in epochs, images or anything of its recipe is left out.
 */
export function alike(runs: readonly History[], of: History): readonly Entry[] {
  const recipe = JSON.stringify(of.run.recipe)
  return runs.flatMap((run) => {
    const { params, macs, final, epochs } = run
    const [trainError, testError] = [final.train.error, final.test.error]
    const fits =
      Math.abs(params / of.params - 1) <= leeway &&
      JSON.stringify(run.run.recipe) === recipe &&
      run.trainImages === of.trainImages &&
      run.testImages === of.testImages &&
      !run.run.noise &&
      epochs.length === of.epochs.length
    return fits && trainError !== null && testError !== null
      ? [{ run, params, macs, trainError, testError }]
      : []
  })
}

/** The entries by a column, the least first; equal ones by their name. */
export function sorted(entries: readonly Entry[], by: Column): readonly Entry[] {
  return entries.toSorted((a, b) => a[by] - b[by] || a.run.title.localeCompare(b.run.title))
}

/** Half of the width of the interval in which a share measured on `images` lies nineteen times in twenty (normal approximation). */
export function uncertainty(share: number, images: number): number {
  return 1.96 * Math.sqrt((share * (1 - share)) / images)
}
