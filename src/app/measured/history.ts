import type { History } from '../../recorded/history'
import { namesOf } from '../../recorded/names'
import { withoutRepeats } from '../../recorded/repeats'
import { percent } from '../../ui/format'

export interface Group {
  readonly title: string
  readonly runs: readonly History[]
  /** What its runs are called beside each other, in their order. */
  readonly names: readonly string[]
}

/** So few images a class that a network learns them by heart. */
const few = 50

/** What runs were about, in the order of the page; the first that holds has a run. */
const subjects: readonly { readonly title: string; readonly holds: (run: History['run']) => boolean }[] = [
  { title: 'All photographs, all classes', holds: ({ classes, each }) => !classes.length && each === null },
  {
    title: 'Some of the photographs',
    holds: ({ classes, each, noise }) => !classes.length && each! > few && !noise,
  },
  {
    title: 'Normalization with disturbed outputs',
    holds: ({ classes, noise }) => !classes.length && Boolean(noise),
  },
  { title: 'Very few photographs', holds: ({ classes }) => !classes.length },
  { title: 'Some of the classes', holds: () => true },
]

/** The runs by what they were about, the fewest errors first, those that ran away last. */
export function groupsOf(runs: readonly History[]): readonly Group[] {
  const error = ({ final }: History) => final.test.error ?? 1
  const subjectOf = ({ run }: History) => subjects.find(({ holds }) => holds(run))
  return subjects
    .map((subject) => {
      const about = runs.filter((run) => subjectOf(run) === subject).toSorted((a, b) => error(a) - error(b))
      return { title: subject.title, runs: about, names: namesOf(about) }
    })
    .filter((group) => group.runs.length > 0)
}

/** Networks that were trained by several recipes, the shortest training first. */
export function variantsOf(runs: readonly History[]): readonly (readonly History[])[] {
  const single = withoutRepeats(runs)
  return [...new Set(single.map(({ run }) => run.network))]
    .map((network) =>
      single
        .filter(({ run }) => run.network === network)
        .toSorted((a, b) => a.run.recipe.epochs - b.run.recipe.epochs),
    )
    .filter((variants) => variants.length > 1)
}

/** How a run disturbed its normalizations (`disturbed` of tools/training/network.py); empty where it did not. */
export function noiseInWords({ run: { noise } }: History): string {
  if (!noise) return ''
  return (
    `; at every step, each channel after a normalization is shifted by a random amount (standard deviation ${noise}) ` +
    `and scaled by a random factor from ${1 - noise} to ${1 + noise}`
  )
}

/** How the training images were shown. */
export function shownInWords({ run: { augmented, cutout, recipe, smallest } }: History): string {
  if (recipe.sizes?.length)
    return `cropped to ${percent(smallest ?? 1)} or more of their area and mirrored at random in every epoch`
  const shown =
    augmented === false ? 'the same in every epoch' : 'cropped and mirrored at random in every epoch'
  return cutout ? `${shown}, each with a square of ${cutout} × ${cutout} pixels cut out` : shown
}

/** The command that repeats a run, in the folder of the trainer. */
export function commandOf({ run }: History): string {
  const archive = run.data === 'imagenette' ? 'tar' : 'tar.xz'
  return `python train.py --train train.${archive} --test test.${archive} ${run.name}`
}

/** What most runs at full size have in common, and which had less, so that their errors are not to be compared. */
export function recipesInWords(runs: readonly History[]): string {
  const key = ({ run }: History) => `${run.recipe.epochs} ${grown(run.recipe.sizes)}`
  const sharing = (run: History) => runs.filter((other) => key(other) === key(run)).length
  const common = runs.reduce((best, run) => (sharing(run) > sharing(best) ? run : best))
  const others = runs.filter((run) => key(run) !== key(common))
  const names = namesOf(others)
  return [
    `One recipe for ${others.length ? `all but ${list(names)}` : 'all'}: images grow ${grown(common.run.recipe.sizes)} during ${common.run.recipe.epochs} epochs.`,
    ...others.map(
      ({ run: { recipe } }, i) =>
        `${names[i]} was trained for ${recipe.epochs} epochs, with images growing ${grown(recipe.sizes)}; its errors show what short training achieves, not what the network can do.`,
    ),
  ].join(' ')
}

function grown(sizes: History['run']['recipe']['sizes'] = []): string {
  return `from ${sizes.at(0)?.[1] ?? 0} to ${sizes.at(-1)?.[1] ?? 0} pixels a side`
}

function list(names: readonly string[]): string {
  return new Intl.ListFormat('en').format(names)
}
