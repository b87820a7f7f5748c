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

/** The lecture's own networks, trained on photographs of full size: errors at several sizes, curves, and each run. */
export function FullSize({ runs }: { readonly runs: readonly History[] }) {
  const rows = runs.toSorted((a, b) => (a.final.test.error ?? 1) - (b.final.test.error ?? 1))
  const names = namesOf(rows)
  const section = useRef<HTMLElement>(null)
  const sizes = [...new Set(rows.flatMap(({ final }) => final.sizes?.map(({ size }) => size) ?? []))]
  const share = (error: number | null | undefined) => (error == null ? '–' : percent(error))
  const seconds = (row: History) => row.epochs.reduce((sum, each) => sum + each.seconds, 0)
  const heads = [
    'Model',
    ...sizes.map((size) => `at ${size}×${size}`),
    'Training error',
    'Parameters',
    'MACs at 224×224',
    'Epochs',
    'Trained in',
  ]
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
        The networks of the lecture, with ten classes instead of a thousand, on {count(rows[0].trainImages)}{' '}
        photographs of {datasets.imagenette.name}; test errors are on {count(rows[0].testImages)} others.{' '}
        {recipesInWords(rows)}
      </p>
      <div className="zoo-scroll" role="region" aria-label="Figures of the models at full size" tabIndex={0}>
        <table className="zoo">
          <caption className="visually-hidden">Test errors by the size of the test images</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.run.name}>
                <th scope="row">
                  <a className="link" href={`#/n/${row.run.network}?classes=${row.classes.length}`}>
                    {names[i]}
                  </a>
                  {!row.run.ships && <span className="soft small-text"> figures only</span>}
                </th>
                {sizes.map((size) => (
                  <td key={size}>{share(row.final.sizes?.find((each) => each.size === size)?.error)}</td>
                ))}
                <td>
                  {share(row.final.train.error)}
                  {row.run.judged && <span className="soft small-text"> of {count(row.run.judged)}</span>}
                </td>
                <td>{count(row.params)}</td>
                <td>{short(row.macs)}</td>
                <td>{row.epochs.length}</td>
                <td>{duration(seconds(row))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>Test error by epoch, at full size</h3>
      <Curves
        series={rows.map((row, i) => ({
          name: names[i],
          values: row.epochs.map((each) => each.testError),
          of: lineOf(row),
        }))}
        label="Test error of every model at full size by epoch"
      />
      <p className="small-text soft">
        Each epoch was tested on a part of the test images, at its training size; the table gives the error on
        all of them, after the last epoch.
      </p>
      {rows.map((row, i) => (
        <RunDetails key={row.run.name} history={row} name={names[i]} />
      ))}
    </section>
  )
}
