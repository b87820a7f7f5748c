import type { Graph } from '../../../nn/graph'
import { exacter, measured } from '../../../ui/format'
import { TableScroll } from '../../shared/TableScroll'
import { anew, type Match, seed } from './copy'
import { shapeOf } from './Verdict'

/** The tensors that did not fit, with both shapes and what they begin with instead. */
export function Refused({ target, refused }: { readonly target: Graph; readonly refused: readonly Match[] }) {
  if (refused.length === 0)
    return (
      <p className="soft small-text">Nothing has been refused so far. Refused tensors are listed here.</p>
    )
  return (
    <>
      <TableScroll label="Refused tensors">
        <table className="lab-table copy-refused">
          <thead>
            <tr>
              <th scope="col">refused</th>
              <th scope="col">source</th>
              <th scope="col">new</th>
              <th scope="col">starts with</th>
            </tr>
          </thead>
          <tbody>
            {refused.map((match) => (
              <tr key={`${match.node} ${match.name}`}>
                <th scope="row">
                  {match.node} {match.name}
                </th>
                <td>{match.source ? shapeOf(match.source.shape) : 'none'}</td>
                <td>{shapeOf(match.weight.shape)}</td>
                <td>{beginning(target, match)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="soft small-text">
        Random from seed {seed}: normal, with standard deviation σ = √(2 / inputs).
      </p>
    </>
  )
}

function beginning(target: Graph, match: Match): string {
  const start = anew(target, match)
  if ('fill' in start) return `all ${start.fill}`
  return `${start.first.map(measured).join(', ')}, …; σ = ${exacter(start.spread)}`
}
