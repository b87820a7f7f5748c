import type { Shot } from './shots'
import { guesses, type Taught } from './teach'

/** Every step of a training, and what each held-out image was taken for. */
export function rowsOf(
  { losses, tests, shares }: Taught,
  held: readonly Shot[],
  names: readonly string[],
): readonly (readonly (string | number)[])[] {
  const errors = new Map(tests.map(({ step, error }) => [step, error]))
  const seen = guesses(shares, names.length)
  return [
    ['step', 'loss of the batch', 'held-out error'],
    [0, '', errors.get(0) ?? ''],
    ...losses.map((loss, i) => [i + 1, loss, errors.get(i + 1) ?? '']),
    [],
    ['held-out image', 'shows', 'taken for', ...names],
    ...held.map(({ label }, i) => [
      ...[i + 1, names[label], names[seen[i]]],
      ...shares.subarray(i * names.length, (i + 1) * names.length),
    ]),
  ]
}
