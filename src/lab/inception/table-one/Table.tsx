import { type KeyboardEvent, useRef } from 'react'
import { percent } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { near } from '../../workbench/table-audit/audit'
import { type Cell, type Column, columns, differs } from './rows'
import { Readable } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import type { Place, options } from './options'
import type { LabProps } from '../../shared/frame'
import { key, places, rows } from './options'

const headings: Readonly<Partial<Record<Column, string>>> = {
  '3×3 reduce': '3×3 red.',
  '5×5 reduce': '5×5 red.',
  'pool proj': 'proj',
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The table as it is printed. A cell that is chosen is counted, and keeps its verdict. */
export function Table({ value, onChange }: LabProps<typeof options>) {
  const { view } = value
  const chosen = places.find((place) => key(place) === value.cell) ?? null
  const checked: ReadonlySet<string> = new Set(value.checked)
  const table = useRef<HTMLTableElement>(null)
  const cellAt = ([row, column]: Place): Cell | undefined => rows[row]?.cells[columns[column]]
  const wrong = places.filter((place) => checked.has(key(place)) && differs(cellAt(place)!)).length

  function choose(place: Place) {
    onChange({ cell: key(place), checked: [...new Set([...checked, key(place)])] })
  }

  /** The arrows lead to the next cell that is not empty. */
  function move(event: KeyboardEvent, [row, column]: Place) {
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
    if (!step) return
    event.preventDefault()
    event.stopPropagation()
    for (
      let place: Place = [row + step[0], column + step[1]];
      rows[place[0]] && columns[place[1]];
      place = [place[0] + step[0], place[1] + step[1]]
    ) {
      if (!cellAt(place)) continue
      table.current?.querySelector<HTMLElement>(`[data-place="${key(place)}"]`)?.focus()
      return
    }
  }

  const stop = key(chosen ?? places[0])
  return (
    <div className="lab-body table-one">
      <div className="lab-controls">
        <Segmented
          legend="Numbers"
          value={view}
          choices={[
            { value: 'slide', label: 'As on the slide' },
            { value: 'counted', label: 'Counted' },
          ]}
          onChange={(view) => onChange({ view })}
        />
        <button type="button" className="button" onClick={() => onChange({ checked: places.map(key) })}>
          Count every cell
        </button>
        <span className="soft small-text" role="status">
          {checked.size} of {places.length}: {wrong} {wrong === 1 ? 'differs' : 'differ'}
        </span>
      </div>
      <p className="table-one-formula" role="status">
        {chosen ? (
          <Verdict name={`${rows[chosen[0]].row}, ${columns[chosen[1]]}`} cell={cellAt(chosen)!} />
        ) : (
          `Choose a number to have it counted. A number that is more than ${percent(near)} off gets a frame.`
        )}
      </p>
      <TableScroll label="Table 1">
        <table data-keys className="lab-table" ref={table}>
          <thead>
            <tr>
              <th scope="col">row</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {headings[column] ? <abbr title={column}>{headings[column]}</abbr> : column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ at, row }, r) => (
              <tr key={at} className={at === 'sum' ? 'table-one-sum' : undefined}>
                <th scope="row">{row}</th>
                {columns.map((column, c) => {
                  const cell = cellAt([r, c])
                  if (!cell) return <td key={column} />
                  const place = key([r, c])
                  const verdict = !checked.has(place) ? 'unknown' : differs(cell) ? 'differs' : 'agrees'
                  return (
                    <td key={column}>
                      <button
                        type="button"
                        className="table-one-cell"
                        data-place={place}
                        data-verdict={verdict}
                        tabIndex={place === stop ? 0 : -1}
                        aria-pressed={chosen !== null && place === key(chosen)}
                        onClick={() => choose([r, c])}
                        onKeyDown={(event) => move(event, [r, c])}
                      >
                        {view === 'slide' ? cell.said : cell.counted}
                        {verdict !== 'unknown' && <span className="visually-hidden">, {verdict}</span>}
                      </button>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  )
}

function Verdict({ name, cell }: { readonly name: string; readonly cell: Cell }) {
  const { said, counted, how, units, off } = cell
  return (
    <>
      <strong>{name}</strong>: the slide says {said}, counting gives {counted}.{' '}
      {differs(cell)
        ? `The slide is ${percent(Math.abs(off))} too ${off < 0 ? 'low' : 'high'}.`
        : off === 0
          ? 'They agree.'
          : `They agree within ${percent(near)}.`}{' '}
      <span className="soft">
        {how}
        {units && (
          <>
            ; <Readable of="K">{units}</Readable>
          </>
        )}
        .
      </span>
    </>
  )
}
