import type { DeletionReport } from '../../../recorded/deletions'
import type { Model } from '../../shared/models'
import type { Answer } from './useOperation'

type Rows = readonly (readonly (string | number)[])[]

/** Every measured error of both networks, and what both answer now. */
export function rowsOf(
  reports: readonly DeletionReport[],
  models: readonly Model[],
  answers: readonly (Answer | undefined)[],
): Rows {
  const measured = reports.flatMap(({ title, error, testImages, someImages, ...report }): Rows => [
    [title, 'as trained', '', error, testImages],
    ...report.deletions.map(({ error }, i) => [title, 'without block', i + 1, error, testImages]),
    ...report.subsets.flatMap(({ deleted, errors }) =>
      errors.map((error) => [title, 'so many blocks off', deleted, error, someImages]),
    ),
    ...(report.scaled ?? []).map(({ factor, error }) => [
      ...[title, 'every branch times', factor],
      ...[error, someImages],
    ]),
  ])
  const said = models.flatMap(({ title, classes }, i): Rows => {
    const answer = answers[i]
    return answer
      ? classes.flatMap((name, k) => [
          [title, 'probability now', name, answer.now[k], 1],
          [title, 'probability as trained', name, answer.whole[k], 1],
        ])
      : []
  })
  return [['network', 'what', 'which', 'test error or probability', 'images'], ...measured, ...said]
}
