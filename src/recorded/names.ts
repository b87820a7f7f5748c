import type { History } from './history'

/** The circumstances of a run, in words, by what they are about. */
function circumstances({ run }: History): ReadonlyMap<string, string> {
  const { bn, ...others } = run.options
  return new Map([
    ['normalization', String(bn) === 'false' ? 'without normalization' : 'with normalization'],
    ['noise', run.noise ? 'disturbed after each' : 'undisturbed'],
    ...Object.entries(others).map(([name, value]) => [name, `${name} ${String(value)}`] as const),
    ['augmented', run.augmented === false ? 'images as they are' : 'cropped and mirrored'],
    ['cutout', run.cutout ? 'a square cut out' : 'whole images'],
    ['rate', `rate ${run.recipe.rate}`],
    ['epochs', `${run.recipe.epochs} epochs`],
    ['seed', `seed ${run.recipe.seed}`],
    ['images', run.each === null ? 'all images' : `${run.each} images per class`],
  ])
}

/** What runs are called beside each other: by their network, and by what sets those of one network apart. */
export function namesOf(runs: readonly History[]): readonly string[] {
  return runs.map((run) => {
    const kin = runs.filter(({ title }) => title === run.title).map(circumstances)
    const own = circumstances(run)
    const telling = [...own].filter(([about, words]) => kin.some((other) => other.get(about) !== words))
    return [run.title, ...telling.map(([, words]) => words)].join(', ')
  })
}
