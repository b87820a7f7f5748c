import './one-budget.css'
import type { History } from '../../../recorded/history'
import { useRecorded } from '../../../recorded/useRuns'
import { count, percent, short } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { alike, type Column, type Entry, sorted, uncertainty } from './budget'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const columns: Readonly<Record<Column, string>> = {
  testError: 'test error',
  trainError: 'training error',
  macs: 'MACs',
  params: 'parameters',
}

/** Networks of several families with as many parameters, trained alike: who is best, and at what cost. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { all, problem } = useRecorded()
  if (problem) return problem
  if (!all) return <p className="soft lab-wait">Loading the recorded runs…</p>
  const of = all.runs.find(({ run }) => run.name === 'cifar-resnet20')
  return of ? (
    <Race of={of} runs={all.runs} value={value} onChange={onChange} />
  ) : (
    <p className="problem">These runs are not on this site.</p>
  )
}

function Race({
  of,
  runs,
  value: { by },
  onChange,
}: LabProps<typeof options> & { readonly of: History; readonly runs: readonly History[] }) {
  const entries = sorted(alike(runs, of), by)
  const isError = by === 'trainError' || by === 'testError'
  const seedsOf = ({ others }: Entry) => (isError ? others.map((other) => other[by]) : [])
  const most = Math.max(...entries.flatMap((entry) => [entry[by], ...seedsOf(entry)]))
  const mostMacs = Math.max(...entries.map(({ macs }) => macs))
  const { recipe } = of.run
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Compare by"
          value={by}
          onChange={(by) => onChange({ by })}
          choices={(Object.keys(columns) as Column[]).map((value) => ({ value, label: columns[value] }))}
        />
      </div>
      <ol className="budget-race">
        {entries.map((entry) => (
          <li key={entry.run.run.name}>
            <a className="link" href={`#/n/${entry.run.run.network}`}>
              {entry.run.title.replace(' (CIFAR)', '')}
            </a>
            <span className="budget-bar">
              <i style={{ inlineSize: `${(entry[by] / most) * 100}%` }} />
              {seedsOf(entry).map((value, i) => (
                <span key={i} aria-hidden style={{ insetInlineStart: `${(value / most) * 100}%` }} />
              ))}
            </span>
            <b>{said(entry, by, mostMacs)}</b>
            <span className="soft small-text">
              {seedsOf(entry).length > 0 && `other seeds ${seedsOf(entry).map(percent).join(', ')} · `}
              {(Object.keys(columns) as Column[])
                .filter((column) => column !== by && column !== 'params')
                .map((column) => `${columns[column]} ${said(entry, column, mostMacs)}`)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      <p className="soft">
        Measured by this project: {recipe.epochs} epochs each on {count(of.trainImages)} photographs of
        CIFAR-10, one recipe, seed {recipe.seed}. With {count(of.testImages)} test images an error is known to
        about ±{(uncertainty(entries[0].testError, of.testImages) * 100).toFixed(1)} points, and another seed
        moves it, too (the marks on the bars): smaller differences decide nothing. Recorded, not running now.
      </p>
    </div>
  )
}

function said(entry: Entry, column: Column, most: number): string {
  if (column === 'params') return count(entry.params)
  return column === 'macs' ? short(entry.macs, most) : percent(entry[column])
}
