import { useRef } from 'react'
import { datasets } from '../../recorded/datasets'
import { Curves } from '../../recorded/Curves'
import type { History } from '../../recorded/history'
import { lineOf } from '../../recorded/kind'
import { namesOf } from '../../recorded/names'
import { count, percent, short } from '../../ui/format'
import { duration } from '../trained/words'
import { FigureTool } from '../save/FigureTool'
import { recipesInWords } from './history'
import { RunDetails } from './RunDetails'
import { SortedTable } from './SortedTable'

/** The lecture's own networks, trained on photographs of full size: errors at several sizes, curves, and each run. */
export function FullSize({ runs }: { readonly runs: readonly History[] }) {
  const rows = runs.toSorted((a, b) => (a.final.test.error ?? 1) - (b.final.test.error ?? 1))
  const names = namesOf(rows)
  const section = useRef<HTMLElement>(null)
  const sizes = [...new Set(rows.flatMap(({ final }) => final.sizes?.map(({ size }) => size) ?? []))]
  const share = (error: number | null | undefined) => (error == null ? '–' : percent(error))
  const seconds = (row: History) => row.epochs.reduce((sum, each) => sum + each.seconds, 0)
  const nameOf = (row: History) => names[rows.indexOf(row)]
  return (
    <section ref={section} aria-labelledby="full-size-title">
      <div className="measured-head">
        <h3 id="full-size-title">At full size</h3>
        <FigureTool
          figure={() => section.current}
          title="Networks of the lecture at full size"
          name="full-size"
        />
      </div>
      <p>
        The networks of the lecture, with ten classes instead of a thousand, trained on{' '}
        {count(rows[0].trainImages)} photographs of {datasets.imagenette.name}; test errors are measured on{' '}
        {count(rows[0].testImages)} others. {recipesInWords(rows)}
      </p>
      <SortedTable
        label="Figures of the models at full size"
        caption="Test errors by the size of the test images"
        rows={rows}
        keyOf={({ run }) => run.name}
        columns={[
          {
            head: 'Model',
            value: nameOf,
            cell: (row) => (
              <>
                <a className="link" href={`#/n/${row.run.network}?classes=${row.classes.length}`}>
                  {nameOf(row)}
                </a>
                {!row.run.ships && <span className="soft small-text"> figures only</span>}
              </>
            ),
          },
          ...sizes.map((size) => {
            const errorAt = ({ final }: History) => final.sizes?.find((each) => each.size === size)?.error
            return {
              head: `at ${size}×${size}`,
              value: (row: History) => errorAt(row) ?? null,
              cell: (row: History) => share(errorAt(row)),
            }
          }),
          {
            head: 'Training error',
            value: ({ final }) => final.train.error,
            cell: ({ final, run }) => (
              <>
                {share(final.train.error)}
                {run.judged && <span className="soft small-text"> of {count(run.judged)}</span>}
              </>
            ),
          },
          { head: 'Parameters', value: ({ params }) => params, cell: ({ params }) => count(params) },
          { head: 'MACs at 224×224', value: ({ macs }) => macs, cell: ({ macs }) => short(macs) },
          { head: 'Epochs', value: ({ epochs }) => epochs.length, cell: ({ epochs }) => epochs.length },
          { head: 'Trained in', value: seconds, cell: (row) => duration(seconds(row)) },
        ]}
      />
      <h3>Test error by epoch, at full size</h3>
      <Curves
        series={rows.map((row, i) => ({
          name: names[i],
          values: row.epochs.map((each) => each.testError),
          of: lineOf(row),
        }))}
        quantity="test error"
        label="Test error of every model at full size by epoch"
      />
      <p className="small-text soft">
        After each epoch, the network was tested on part of the test images, at its training size; the table
        gives the error on all of them after the last epoch.
      </p>
      {rows.map((row, i) => (
        <RunDetails key={row.run.name} history={row} name={names[i]} />
      ))}
    </section>
  )
}
