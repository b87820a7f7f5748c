import type { History } from '../../recorded/history'

export interface Group {
  readonly title: string
  readonly runs: readonly History[]
}

/** What was trained on everything first, the best first; then what was trained on less. */
export function groupsOf(runs: readonly History[]): readonly Group[] {
  const part = ({ run }: History) => (run.classes.length > 0 ? 2 : run.each !== null ? 1 : 0)
  const error = ({ final }: History) => final.test.error ?? 1
  const titles = ['All photographs, all classes', 'A part of the photographs', 'Some of the classes']
  return titles
    .map((title, i) => ({
      title,
      runs: runs.filter((run) => part(run) === i).toSorted((a, b) => error(a) - error(b)),
    }))
    .filter((group) => group.runs.length > 0)
}

/** The options of a run in words, `without normalization`; empty where there are none. */
export function optionsInWords({ run }: History): string {
  return Object.entries(run.options)
    .map(([name, value]) =>
      name === 'bn' && String(value) === 'false' ? 'without normalization' : `${name} ${String(value)}`,
    )
    .join(', ')
}

/** How a run disturbed its normalizations (`disturbed` of tools/training/network.py); empty where it did not. */
export function noiseInWords({ run: { noise } }: History): string {
  if (!noise) return ''
  return (
    `; at every step each channel behind a normalization is shifted by a random amount (deviation ${noise}) ` +
    `and stretched by a random factor from ${1 - noise} to ${1 + noise}`
  )
}

/** How the training images were shown. */
export function shownInWords({ run }: History): string {
  return run.augmented === false ? 'the same in every epoch' : 'cropped and mirrored anew in every epoch'
}

/** The command that repeats a run, in the folder of the trainer. */
export function commandOf({ run }: History): string {
  return `python train.py --train train.tar.xz --test test.tar.xz ${run.name}`
}
