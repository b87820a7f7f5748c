import { Fragment, type ReactNode } from 'react'
import { signed } from '../../../ui/format'
import { Readable, useIsHidden } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import type { Finding } from './checks'
import { type Judged, type Report, worst } from './report'
import { verdictWords } from './words'

interface Props {
  readonly report: Report
  /** The row whose arithmetic is shown, from 1; 0 for none. */
  readonly opened: number
  readonly onOpen: (row: number) => void
  readonly save: ReactNode
}

/** A verdict for every row, against itself and against the count; a press on its name opens the arithmetic. */
export function Verdicts({ report: { kind, judged, silent }, opened, onOpen, save }: Props) {
  const isHidden = useIsHidden('verdicts')
  const hidesPositions = useIsHidden('positions')
  const isRows = kind === 'rows'
  return (
    <>
      <TableScroll label="Verdicts, row by row">
        <table className="lab-table audit">
          <thead>
            <tr>
              <th scope="col">{isRows ? 'row' : 'network'}</th>
              <th scope="col">{isRows ? 'MACs ÷ params : H·W' : 'layers : name'}</th>
              <th scope="col">off by</th>
              <th scope="col">against itself</th>
              <th scope="col">{isRows ? 'params' : 'MACs'}</th>
              <th scope="col">{isRows ? 'MACs' : 'layers'}</th>
              <th scope="col">against the count</th>
            </tr>
          </thead>
          <tbody>
            {judged.map((each, i) => {
              const isOpen = opened === i + 1 && !isHidden && !hidesPositions
              const arithmetic = `audit-arithmetic-${i}`
              return (
                <Fragment key={i}>
                  <tr className={isHidden ? undefined : classOf(each)}>
                    <th scope="row">
                      <button
                        type="button"
                        className="audit-row"
                        aria-expanded={isOpen}
                        aria-controls={isOpen ? arithmetic : undefined}
                        disabled={isHidden || hidesPositions}
                        onClick={() => onOpen(isOpen ? 0 : i + 1)}
                      >
                        {each.name || '(no name)'}
                      </button>
                    </th>
                    <Cells judged={each} isRows={isRows} />
                  </tr>
                  {isOpen && (
                    <tr className="audit-arithmetic" id={arithmetic}>
                      <td colSpan={7}>
                        <Arithmetic judged={each} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
      <div className="lab-controls">
        <p className="soft small-text audit-hint">
          {isRows ? 'A row’s' : 'A network’s'} name opens its arithmetic.
          {silent.length > 0 && ` Without numbers to test: ${silent.join(', ')}.`}
        </p>
        {save}
      </div>
    </>
  )
}

function Cells({ judged: { self, counted }, isRows }: { readonly judged: Judged; readonly isRows: boolean }) {
  const first = self.find(({ test }) => test === (isRows ? 'ratio' : 'total')) ?? self[0]
  const [a, b] = isRows ? (['params', 'macs'] as const) : (['macs', 'total'] as const)
  return (
    <>
      <td>
        {first?.sides ? (
          <>
            <Readable of="verdicts">{first.sides[0]}</Readable> :{' '}
            <Readable of="positions">{first.sides[1]}</Readable>
          </>
        ) : (
          '–'
        )}
      </td>
      <td>
        <Readable of="verdicts">{offOf(first)}</Readable>
      </td>
      <td>
        <Readable of="verdicts">{said(self)}</Readable>
      </td>
      <td>
        <Readable of="verdicts">{offOf(counted.find(({ test }) => test === a))}</Readable>
      </td>
      <td>
        <Readable of="verdicts">{offOf(counted.find(({ test }) => test === b))}</Readable>
      </td>
      <td>
        <Readable of="verdicts">{said(counted)}</Readable>
      </td>
    </>
  )
}

const offOf = (finding: Finding | undefined) =>
  finding ? signed(finding.off, (size) => `${(size * 100).toFixed(1)}%`) : '–'

const said = (findings: readonly Finding[]) => {
  const verdict = worst(findings)
  return verdict ? verdictWords[verdict] : '–'
}

const classOf = ({ self, counted }: Judged) => {
  const verdict = worst([...self, ...counted])
  return verdict === 'twice' ? 'wrong' : verdict
}

function Arithmetic({ judged: { self, counted, part, by } }: { readonly judged: Judged }) {
  return (
    <dl>
      {self.length > 0 && <dt>Against itself</dt>}
      {self.map(({ test, verdict, arithmetic }, i) => (
        <dd key={`${test} ${i}`}>
          <b>{verdictWords[verdict]}</b> {arithmetic}
        </dd>
      ))}
      {counted.length > 0 && (
        <dt>
          Against the count of {part}
          {by === 'place' && ', found by the place of the row'}
        </dt>
      )}
      {counted.map(({ test, verdict, arithmetic }, i) => (
        <dd key={`${test} ${i}`}>
          <b>{verdictWords[verdict]}</b> {arithmetic}
        </dd>
      ))}
      {counted.length === 0 && <dt>No part of a network here has this name, so nothing is counted.</dt>}
    </dl>
  )
}
