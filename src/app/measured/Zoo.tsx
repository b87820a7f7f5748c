import { presets } from '../../architectures/index'
import { count, percent } from '../../ui/format'
import type { History } from '../../recorded/history'
import { rangeOf, repeatsOf, withoutRepeats } from '../../recorded/repeats'
import { SortedTable } from './SortedTable'

/** The networks that saw all photographs, with what their papers report. */
export function Zoo({ runs }: { readonly runs: readonly History[] }) {
  const error = ({ final }: History) => final.test.error ?? 1
  const rows = withoutRepeats(runs).toSorted((a, b) => error(a) - error(b))
  const reported = (network: string) => presets.find(({ id }) => id === network)?.preset.reported
  const sources = [...new Set(rows.flatMap(({ run }) => reported(run.network)?.source ?? []))]
  const share = (error: number | null) => (error === null ? 'diverged' : percent(error))
  return (
    <>
      <p>
        The lowest test error: <b>{rows[0].title}</b>, {share(rows[0].final.test.error)}.{' '}
        {chanceInWords(runs, rows)}
      </p>
      <SortedTable
        label="Figures of the models"
        rows={rows}
        keyOf={({ run }) => run.name}
        columns={[
          {
            head: 'Model',
            value: ({ title }) => title,
            cell: ({ run, title }) => (
              <>
                <a className="link" href={`#/n/${run.network}`}>
                  {title}
                </a>
                {!run.ships && (
                  <span className="soft small-text">
                    {' '}
                    figures only{run.cutout ? ', a square cut out' : ''}
                  </span>
                )}
              </>
            ),
          },
          {
            head: 'Test error',
            value: ({ final }) => final.test.error,
            cell: ({ final }) => <b>{share(final.test.error)}</b>,
          },
          {
            head: 'With other seeds',
            value: (row) => rangeOf(runs, row)?.[0] ?? null,
            cell: (row) =>
              repeatsOf(runs, row)
                .map((repeat) => share(repeat.final.test.error))
                .join(', ') || 'none',
          },
          {
            head: 'Training error',
            value: ({ final }) => final.train.error,
            cell: ({ final }) => share(final.train.error),
          },
          { head: 'Parameters', value: ({ params }) => params, cell: ({ params }) => count(params) },
          { head: 'MACs', value: ({ macs }) => macs, cell: ({ macs }) => count(macs) },
          { head: 'Epochs', value: ({ epochs }) => epochs.length, cell: ({ epochs }) => epochs.length },
          {
            head: 'Test error in its paper',
            value: ({ run }) => reported(run.network)?.testError ?? null,
            cell: ({ run }) => {
              const paper = reported(run.network)
              return paper ? `${(paper.testError * 100).toFixed(2)}%` : 'none given'
            },
          },
        ]}
      />
      <p className="small-text soft">
        Errors are our own, on {count(rows[0].testImages)} test images stored as JPEG; training errors are
        those at the end of training, without cropping or mirroring. “Figures only” means that the weights are
        not on this site. “With other seeds” gives test errors of the same training with different initial
        weights and a different order of the images, figures only.
        {sources.length > 0 &&
          ` The papers’ errors were measured on the 10,000 original test images and after many more epochs (${sources.join('; ')}), so the two columns are related but are not the same measurement.`}
      </p>
    </>
  )
}

/** How far chance alone moved an error, in percentage points. */
function chanceInWords(runs: readonly History[], rows: readonly History[]): string {
  const spreads = rows.flatMap((row) => {
    const range = rangeOf(runs, row)
    return range ? [range[1] - range[0]] : []
  })
  if (spreads.length === 0) return 'Each was trained once, so small differences may be due to chance.'
  return (
    `A different seed changed an error by up to ${(Math.max(...spreads) * 100).toFixed(1)} percentage points, so ` +
    'smaller differences between two rows may be due to chance.'
  )
}
