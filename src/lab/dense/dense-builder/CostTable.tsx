import { Explained } from '../../../ui/Explained'
import { count, short } from '../../../ui/format'
import { Readable } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import type { StageCost } from './sawtooth'

interface Props {
  readonly stages: readonly StageCost[]
  readonly total: { readonly params: number; readonly macs: number }
}

/** What every block and transition costs; the bar is its share of the most expensive one. */
export function CostTable({ stages, total }: Props) {
  const most = Math.max(...stages.map(({ macs }) => macs))
  return (
    <TableScroll label="What every block and transition costs">
      <table className="lab-table dense-costs">
        <thead>
          <tr>
            <th scope="col">part</th>
            <th scope="col">channels</th>
            <th scope="col">params</th>
            <th scope="col">MACs</th>
            <td aria-hidden />
          </tr>
        </thead>
        <tbody>
          {stages.map(({ id, side, enter, leave, params, macs }) => (
            <tr key={id}>
              <th scope="row">
                {id.replace('dense', '').replace(/(\D)(\d)$/, '$1 $2')}{' '}
                <span className="soft small-text">
                  {side}×{side}
                </span>
              </th>
              <td>
                <Readable of="channels">
                  {enter} → {leave}
                </Readable>
              </td>
              <td>
                <Explained words={`${count(params)} parameters`}>{short(params, total.params)}</Explained>
              </td>
              <td>
                <Explained words={`${count(macs)} MACs`}>{short(macs, total.macs)}</Explained>
              </td>
              <td aria-hidden>
                <span className="dense-bar" style={{ inlineSize: `${(macs / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              whole network
            </th>
            <td>
              <Explained words={`${count(total.params)} parameters`}>{short(total.params)}</Explained>
            </td>
            <td>
              <Explained words={`${count(total.macs)} MACs`}>{short(total.macs)}</Explained>
            </td>
            <td aria-hidden />
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}
