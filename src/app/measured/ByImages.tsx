import { useMemo } from 'react'
import { ErrorByImages } from '../../recorded/ErrorByImages'
import {
  type AmountReport,
  amountsOf,
  type Report,
  seedsOf,
  spreadOf,
  type TransferReport,
} from '../../recorded/report'
import { transferWay, widthWay } from '../../recorded/ways'
import { count, percent } from '../../ui/format'
import { SortedTable } from './SortedTable'

/** A trunk that learned some classes, used on others. */
export function Transfer({ report }: { readonly report: TransferReport }) {
  const { title, source, target, trunk } = report
  return (
    <section aria-label={`Transfer with ${title}`}>
      <h3>Transfer with {title}</h3>
      <p>
        A network trained on {source.join(', ')} (test error {percent(trunk.error)}) learns{' '}
        {target.join(', ')}: from scratch, or from the weights of its trunk.
      </p>
      <ByImages report={report} nameOf={transferWay} program="transfer.py" />
    </section>
  )
}

/** The same network in several widths, from few images to all. */
export function Amount({ report }: { readonly report: AmountReport }) {
  const nameOf = useMemo(() => widthWay(report), [report])
  return (
    <section aria-label="Error by the amount of data">
      <h3>Error by the amount of data</h3>
      <p>
        {report.title} in {report.ways.length} widths, each trained for the same number of steps, on{' '}
        {count(amountsOf(report)[0] * report.classes)} to {count(amountsOf(report).at(-1)! * report.classes)}{' '}
        images.
      </p>
      <ByImages report={report} nameOf={nameOf} program="amount.py" />
    </section>
  )
}

/** The errors of every way by the number of images, mean and spread over the seeds, as a chart and as numbers. */
function ByImages({
  report,
  nameOf,
  program,
}: {
  readonly report: Report
  readonly nameOf: (way: string) => string
  /** What repeats it, in tools/training. */
  readonly program: string
}) {
  const { title, ways, testImages, date, machine } = report
  return (
    <>
      <ErrorByImages report={report} nameOf={nameOf} />
      <SortedTable
        label={`Errors of ${title} by images, ${ways.map(({ name }) => nameOf(name)).join(', ')}`}
        rows={amountsOf(report)}
        keyOf={(each) => each}
        columns={[
          { head: 'Images per class', value: (each) => each, cell: (each) => count(each) },
          ...ways.map(({ name }) => ({
            head: nameOf(name),
            value: (each: number) => spreadOf(report, name, each)?.mean ?? null,
            cell: (each: number) => {
              const spread = spreadOf(report, name, each)
              return spread ? (
                <>
                  <b>{percent(spread.mean)}</b>{' '}
                  <span className="soft small-text">
                    {percent(spread.least)} to {percent(spread.most)}
                  </span>
                </>
              ) : (
                'not run'
              )
            },
          })),
        ]}
      />
      <p className="small-text soft">
        Test errors on {count(testImages)} images: mean, smallest and largest over {seedsOf(report)} seeds.{' '}
        {date}, {machine}. Repeat it with <code>tools/training/{program}</code>.
      </p>
    </>
  )
}
