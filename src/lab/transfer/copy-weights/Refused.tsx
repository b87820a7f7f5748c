import type { Graph } from '../../../nn/graph'
import { exacter, measured } from '../../../ui/format'
import { TableScroll } from '../../shared/TableScroll'
import { anew, type Match, seed } from './copy'
import { shapeOf } from './Verdict'

/** The tensors that did not fit, with both shapes and what they begin with instead. */
export function Refused({ target, refused }: { readonly target: Graph; readonly refused: readonly Match[] }) {
  if (refused.length === 0)
    return (
      <p className="soft small-text">Nothing is refused so far. A tensor that is refused is listed here.</p>
    )
  return (
    <>
      <TableScroll label="Refused tensors">
        <table className="lab-table copy-refused">
          <thead>
            <tr>
              <th scope="col">refused</th>
              <th scope="col">there</th>
              <th scope="col">here</th>
              <th scope="col">begins with</th>
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
        Drawn at random from seed {seed}, normal with the spread √(2 / inputs).
      </p>
    </>
  )
}

function beginning(target: Graph, match: Match): string {
  const start = anew(target, match)
  if ('fill' in start) return `all ${start.fill}`
  return `${start.first.map(measured).join(', ')}, …; spread ${exacter(start.spread)}`
}
