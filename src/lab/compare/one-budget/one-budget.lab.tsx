import './one-budget.css'
import type { History } from '../../../recorded/history'
import { datasets } from '../../../recorded/datasets'
import { withoutRepeats } from '../../../recorded/repeats'
import { useRecorded } from '../../../recorded/useRecorded'
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

/** Networks of several families, trained alike: which is best, and at what cost. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { all, problem } = useRecorded()
  if (problem) return problem
  if (!all)
    return (
      <p className="soft lab-wait" aria-busy>
        Loading the recorded runs…
      </p>
    )
  const small = all.runs.find(({ run }) => run.name === 'cifar-resnet20')
  const full = withoutRepeats(all.fullSize)[0]
  const of = value.images === 'full' ? full : small
  if (!of) return <p className="problem">These runs are not available on this site.</p>
  const isFull = of === full
  const entries = isFull ? alike(all.fullSize, of, Infinity) : alike(all.runs, of)
  return (
    <div className="lab-body">
      <div className="lab-controls">
        {small && full && (
          <Segmented
            legend="Networks"
            value={value.images}
            onChange={(images) => onChange({ images })}
            choices={[
              { value: 'small', label: `${short(small.params)} parameters each` },
              { value: 'full', label: 'the lecture’s own' },
            ]}
          />
        )}
        <Segmented
          legend="Compare by"
          value={value.by}
          onChange={(by) => onChange({ by })}
          choices={(Object.keys(columns) as Column[]).map((value) => ({ value, label: columns[value] }))}
        />
      </div>
      <Race of={of} entries={sorted(entries, value.by)} by={value.by} isFull={isFull} />
    </div>
  )
}

function Race({
  of,
  entries,
  by,
  isFull,
}: {
  readonly of: History
  readonly entries: readonly Entry[]
  readonly by: Column
  readonly isFull: boolean
}) {
  const isError = by === 'trainError' || by === 'testError'
  const seedsOf = ({ others }: Entry) => (isError ? others.map((other) => other[by]) : [])
  const most = Math.max(...entries.flatMap((entry) => [entry[by], ...seedsOf(entry)]))
  const mostMacs = Math.max(...entries.map(({ macs }) => macs))
  const { recipe } = of.run
  const data = datasets[of.run.data ?? 'cifar10']
  const rest = (Object.keys(columns) as Column[]).filter(
    (column) => column !== by && (isFull || column !== 'params'),
  )
  return (
    <>
      <ol className="budget-race">
        {entries.map((entry) => (
          <li key={entry.run.run.name}>
            <a
              className="link"
              href={`#/n/${entry.run.run.network}${isFull ? `?classes=${of.classes.length}` : ''}`}
            >
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
              {rest.map((column) => `${columns[column]} ${said(entry, column, mostMacs)}`).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      <p className="soft">
        Measured by this project after {recipe.epochs} epochs each on {count(of.trainImages)}{' '}
        {data.photographs}
        {isFull && `, ${of.classes.length} classes, tested at ${data.size}`}, one recipe, seed {recipe.seed}.
        With {count(of.testImages)} test images, an error is known to within about ±
        {(uncertainty(entries[0].testError, of.testImages) * 100).toFixed(1)} points, and another seed shifts
        it, too (the marks on the bars). The training error is that of the finished network. Recorded, not
        running now.
      </p>
    </>
  )
}

function said(entry: Entry, column: Column, most: number): string {
  if (column === 'params') return count(entry.params)
  return column === 'macs' ? short(entry.macs, most) : percent(entry[column])
}
