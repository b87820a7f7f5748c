import './table-audit.css'
import { useId } from 'react'
import { count, signed } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { audit, type Audited, type Kilo, readTable } from './audit'
import { Readable, useIsHidden } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const verdicts: Readonly<Record<Audited['verdict'], string>> = {
  fits: '✓ fits',
  rounding: '≈ rounding',
  wrong: '✗ wrong',
}

/** Any table of a paper under the ratio test: MACs over parameters must be the positions of the output. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { table, kilo } = value
  const text = value.text ?? table
  const id = useId()
  const isHidden = useIsHidden('verdicts')
  const lines = readTable(text, Number(kilo) as Kilo)
  const rows = lines.flatMap((line) => ('row' in line ? [audit(line.row)] : []))
  const problems = lines.flatMap((line) => ('problem' in line ? [line] : []))
  const wrong = rows.filter(({ verdict }) => verdict === 'wrong')
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <label htmlFor={id}>A table, one row per line: name | output | params | MACs</label>
        <Segmented
          legend="What K stands for"
          value={kilo}
          onChange={(kilo) => onChange({ kilo })}
          small
          choices={[
            { value: '1024', label: 'K = 1024' },
            { value: '1000', label: 'K = 1000' },
          ]}
        />
        <button type="button" className="button small" onClick={() => onChange({ text: null })}>
          The lecture’s table
        </button>
      </div>
      <textarea
        id={id}
        className="audit-text"
        rows={3}
        spellCheck={false}
        value={text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      {problems.map(({ text: line, problem }) => (
        <p key={line} className="problem" role="alert">
          {line}: {problem}
        </p>
      ))}
      <p role="status">
        {isHidden
          ? 'The verdicts wait for your answer.'
          : wrong.length === 0
            ? 'No row contradicts itself by more than 1% and more than rounding explains.'
            : `Contradict themselves by more than 1%, and not by rounding: ${wrong.map(({ name }) => name).join(', ')}.`}
      </p>
      <TableScroll label="The ratio test, row by row">
        <table className="lab-table audit">
          <thead>
            <tr>
              <th scope="col">row</th>
              <th scope="col">MACs ÷ params</th>
              <th scope="col">H·W</th>
              <th scope="col">off by</th>
              <th scope="col">verdict</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, ratio, positions, off, verdict }, i) => (
              <tr key={i} className={isHidden ? undefined : verdict}>
                <th scope="row">{name}</th>
                <td>
                  <Readable of="verdicts">{count(Math.round(ratio * 10) / 10)}</Readable>
                </td>
                <td>
                  <Readable of="positions">{count(positions)}</Readable>
                </td>
                <td>
                  <Readable of="verdicts">{signed(off, (size) => `${(size * 100).toFixed(1)}%`)}</Readable>
                </td>
                <td>
                  <Readable of="verdicts">{verdicts[verdict]}</Readable>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  )
}
