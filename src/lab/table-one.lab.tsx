import './table-one/table-one.css'
import { useMemo, useState } from 'react'
import { count, percent } from '../ui/format'
import { Segmented } from '../ui/Segmented'
import { isInconsistent, K, off, type Row, rowsOf } from './table-one/rows'

type View = 'both' | 'slide' | 'counted'

/** Table 1 of GoogLeNet: what the slide says, what counting gives, and how far they are apart. */
export function Lab({ with: given }: { readonly with: Readonly<Record<string, unknown>> }) {
  const [view, setView] = useState<View>('both')
  const rows = useMemo(() => rowsOf(), [])
  return given.hunt ? <Hunt rows={rows} /> : <Diff rows={rows} view={view} onView={setView} />
}

const thousands = (value: number) => `${(value / K).toLocaleString('en', { maximumFractionDigits: 1 })}K`
const millions = (value: number) => `${Math.round(value / 1e6)}M`

function Difference({ said, counted }: { readonly said: number; readonly counted: number }) {
  const by = off(said, counted)
  const far = Math.abs(by) > 0.03
  return (
    <td className={far ? 'far' : undefined}>
      {by < 0 ? '−' : '+'}
      {percent(Math.abs(by))}
      {far && <span className="visually-hidden"> far off</span>}
    </td>
  )
}

function Diff({
  rows,
  view,
  onView,
}: {
  readonly rows: readonly Row[]
  readonly view: View
  readonly onView: (view: View) => void
}) {
  const [shown, setShown] = useState(rows[0])
  const sum = (of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0)
  const slide = view !== 'counted'
  const counted = view !== 'slide'
  return (
    <div className="lab-body table-one">
      <div className="lab-controls">
        <Segmented
          legend="Numbers"
          value={view}
          choices={[
            { value: 'slide', label: 'As on the slide' },
            { value: 'both', label: 'Both' },
            { value: 'counted', label: 'Counted' },
          ]}
          onChange={onView}
        />
      </div>
      <div className="table-one-scroll" tabIndex={0} role="group" aria-label="Table 1">
        <table className="lab-table">
          <thead>
            <tr>
              <th scope="col">row</th>
              {slide && <th scope="col">slide: params</th>}
              {counted && <th scope="col">weights</th>}
              {slide && counted && <th scope="col">off by</th>}
              {slide && <th scope="col">slide: ops</th>}
              {counted && <th scope="col">MACs</th>}
              {slide && counted && <th scope="col">off by</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row} data-shown={row === shown || undefined} onPointerEnter={() => setShown(row)}>
                <th scope="row">
                  <button
                    type="button"
                    className="link"
                    aria-pressed={row === shown}
                    onClick={() => setShown(row)}
                  >
                    {row.row}
                  </button>
                </th>
                {slide && <td>{thousands(row.params)}</td>}
                {counted && <td>{count(row.weights)}</td>}
                {slide && counted && <Difference said={row.params} counted={row.weights} />}
                {slide && <td>{millions(row.ops)}</td>}
                {counted && <td>{count(row.macs)}</td>}
                {slide && counted && <Difference said={row.ops} counted={row.macs} />}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">sum</th>
              {slide && <td>{thousands(sum((row) => row.params))}</td>}
              {counted && <td>{count(sum((row) => row.weights))}</td>}
              {slide && counted && (
                <Difference said={sum((row) => row.params)} counted={sum((row) => row.weights)} />
              )}
              {slide && <td>{millions(sum((row) => row.ops))}</td>}
              {counted && <td>{count(sum((row) => row.macs))}</td>}
              {slide && counted && (
                <Difference said={sum((row) => row.ops)} counted={sum((row) => row.macs)} />
              )}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="table-one-formula" role="status">
        <strong>{shown.row}</strong>: {shown.formula} = {count(shown.weights)} weights, on {shown.positions}{' '}
        {shown.positions === 1 ? 'position' : 'positions'} of the output. K is {K}, M a million; biases are
        left out.
      </p>
    </div>
  )
}

/** Find the rows whose two numbers contradict each other; nothing is counted for it. */
function Hunt({ rows }: { readonly rows: readonly Row[] }) {
  const [guessed, setGuessed] = useState<ReadonlySet<string>>(new Set())
  const wrong = rows.filter(isInconsistent)
  const found = wrong.filter(({ row }) => guessed.has(row)).length
  return (
    <div className="lab-body table-one">
      <p role="status">
        Operations divided by parameters are the positions of the map. {found} of {wrong.length} found
        {guessed.size > found &&
          `, ${guessed.size - found} chosen that ${guessed.size - found === 1 ? 'is' : 'are'} consistent`}
        .
      </p>
      <div className="table-one-scroll" tabIndex={0} role="group" aria-label="Rows to choose">
        <table className="lab-table">
          <thead>
            <tr>
              <th scope="col">row</th>
              <th scope="col">ops</th>
              <th scope="col">params</th>
              <th scope="col">map</th>
              <th scope="col">ops / params</th>
              <th scope="col">inconsistent?</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const chosen = guessed.has(row.row)
              return (
                <tr key={row.row} data-shown={chosen || undefined}>
                  <th scope="row">{row.row}</th>
                  <td>{millions(row.ops)}</td>
                  <td>{thousands(row.params)}</td>
                  <td>{row.positions} positions</td>
                  <td>{chosen ? row.implied.toFixed(0) : '?'}</td>
                  <td>
                    <label>
                      <input
                        type="checkbox"
                        aria-label={`${row.row} is inconsistent`}
                        checked={chosen}
                        onChange={() => {
                          const next = new Set(guessed)
                          if (!next.delete(row.row)) next.add(row.row)
                          setGuessed(next)
                        }}
                      />{' '}
                      {chosen && (isInconsistent(row) ? 'yes' : 'no')}
                    </label>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
