import { measured } from '../../../ui/format'
import { TableScroll } from '../../shared/TableScroll'
import { type Tried, wordsOf } from './slices'
import { pair } from './useSurfaces'

/** Every slice that was computed here since the lab came, beside each other: what stays, and what a seed changes. */
export function TriedTable({ tried }: { readonly tried: readonly Tried[] }) {
  return (
    <TableScroll label="All slices computed here">
      <table className="lab-table surface-tried">
        <caption className="small-text">
          All slices computed here: loss in the middle → at the edge. Bold: the lower of the two edges.
        </caption>
        <thead>
          <tr>
            <th scope="col">slice</th>
            {pair.map((kind) => (
              <th key={kind} scope="col">
                {kind}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tried.map((each) => (
            <tr key={each.key}>
              <th scope="row">{wordsOf(each)}</th>
              {pair.map((kind) => (
                <td key={kind} className={each.lower === kind ? 'surface-lower' : undefined}>
                  {measured(each[kind].middle)} → {measured(each[kind].edge)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
