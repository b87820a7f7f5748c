import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { isInconsistent, ratios } from './rows'
import { Readable } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import type { LabProps } from '../../shared/frame'
import type { options } from './options'

/** Find the rows whose two numbers contradict each other; nothing is counted for it. */
export function Hunt({ value, onChange }: LabProps<typeof options>) {
  const guessed: ReadonlySet<string> = new Set(value.guessed)
  const rows = useMemo(() => ratios(), [])
  const wrong = rows.filter(isInconsistent)
  const found = wrong.filter(({ row }) => guessed.has(row)).length
  return (
    <div className="lab-body table-one hunt">
      <p role="status">
        In a consistent row, operations divided by parameters equal the number of positions of the map, within
        rounding or 1%. {found} of {wrong.length} found
        {guessed.size > found &&
          `, but ${guessed.size - found} of your choices ${guessed.size - found === 1 ? 'is' : 'are'} consistent`}
        .
      </p>
      <TableScroll label="Rows to choose">
        <table className="lab-table">
          <thead>
            <tr>
              <th scope="col">row</th>
              <th scope="col">ops</th>
              <th scope="col">params</th>
              <th scope="col">positions of the map</th>
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
                  <td>{row.ops}</td>
                  <td>{row.params}</td>
                  <td>{count(row.positions)}</td>
                  <td>
                    {chosen ? (
                      <Readable of="implied by 4c" when={row.row === 'block 4c'}>
                        {count(Math.round(row.implied))}
                      </Readable>
                    ) : (
                      '?'
                    )}
                  </td>
                  <td>
                    <label>
                      <input
                        type="checkbox"
                        aria-label={`${row.row} is inconsistent`}
                        checked={chosen}
                        onChange={() => {
                          const next = new Set(guessed)
                          if (!next.delete(row.row)) next.add(row.row)
                          onChange({ guessed: [...next] })
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
      </TableScroll>
    </div>
  )
}
