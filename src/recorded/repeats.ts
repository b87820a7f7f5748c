import type { History } from './history'

/** What of a run was chosen, the seed left out. */
function chosen({ run, trainImages, testImages }: History): string {
  const { network, options, classes, each, noise = 0, augmented = true, cutout = 0 } = run
  const recipe = { ...run.recipe, seed: null }
  return JSON.stringify([
    [network, options, classes, each, recipe, trainImages, testImages],
    [noise, augmented, cutout],
  ])
}

/** The same training from other initial weights and with the images in another order, by seed. */
export function repeatsOf(runs: readonly History[], of: History): readonly History[] {
  const same = chosen(of)
  return runs
    .filter((run) => run.run.name !== of.run.name && chosen(run) === same)
    .toSorted((a, b) => a.run.recipe.seed - b.run.recipe.seed)
}

/** One run of every training: the one whose weights are on the site, or else the one with the least seed. */
export function withoutRepeats(runs: readonly History[]): readonly History[] {
  const before = (a: History, b: History) =>
    Number(b.run.ships ?? false) - Number(a.run.ships ?? false) || a.run.recipe.seed - b.run.recipe.seed
  return runs.filter((run) => repeatsOf(runs, run).every((other) => before(run, other) <= 0))
}

/** The least and the largest test error of a training over its seeds; undefined where it ran once, or ran away. */
export function rangeOf(runs: readonly History[], of: History): readonly [number, number] | undefined {
  const errors = [of, ...repeatsOf(runs, of)].flatMap(({ final }) => final.test.error ?? [])
  return errors.length > 1 ? [Math.min(...errors), Math.max(...errors)] : undefined
}
