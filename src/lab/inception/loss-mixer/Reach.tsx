import type { Graph } from '../../../nn/graph'
import { Readable, useIsHidden } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import { taughtBy } from './mix'

interface Props {
  readonly graph: Graph
  /** What each loss counts, 1 for the main one; 0 where nothing is learned. */
  readonly weights: readonly number[]
  readonly names: readonly string[]
}

/** The main line from the image to the answer, and under it a bar for each loss, over all the parts that it teaches. */
export function Reach({ graph, weights, names }: Props) {
  const parts = taughtBy(graph)
  const isHidden = useIsHidden('reach')
  return (
    <TableScroll label="Which part of the network learns from which loss">
      <table className="lab-table loss-reach">
        <caption className="small-text">
          The parts that each loss trains, from the image to the answer; the height of a bar is the weight of
          its loss
        </caption>
        <thead>
          <tr>
            <td />
            {parts.map(({ id }) => (
              <th scope="col" key={id}>
                {id.replace('inception_', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weights.map((weight, loss) => (
            <tr key={names[loss]}>
              <th scope="row">{names[loss]}</th>
              {isHidden ? (
                <td colSpan={parts.length}>
                  <Readable of="reach">?</Readable>
                </td>
              ) : (
                parts.map(({ id, losses }) => (
                  <td key={id}>
                    <Bar loss={loss} weight={losses.includes(loss) ? weight : 0} />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

function Bar({ loss, weight }: { readonly loss: number; readonly weight: number }) {
  if (weight === 0) return <span className="visually-hidden">no</span>
  return (
    <span className={`loss-taught loss-${loss}`} style={{ blockSize: `${0.25 + 2.5 * weight}em` }}>
      <span className="visually-hidden">learns, times {weight.toFixed(2)}</span>
    </span>
  )
}
