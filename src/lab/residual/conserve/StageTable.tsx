import { count } from '../../../ui/format'
import { TableScroll } from '../../shared/TableScroll'
import { type factorsOf, kernel, type Stage, written } from './rules'

interface Props {
  readonly stages: readonly Stage[]
  readonly factors: ReturnType<typeof factorsOf>
}

/** Shares of the width, so that no number moves a column: stage, bar and MACs, bar and weights. */
const columns = [19, 17, 28, 16, 20]

/** One 3×3 convolution inside each stage: bars, numbers and the products that they are. */
export function StageTable({ stages, factors }: Props) {
  const { positions, inputs, filters } = factors
  const most = { macs: 0, weights: 0 }
  for (const stage of stages)
    for (const key of ['macs', 'weights'] as const) most[key] = Math.max(most[key], stage[key])
  return (
    <TableScroll label="One 3×3 convolution inside each stage">
      <table className="lab-table conserve-table">
        <colgroup>
          {columns.map((share, i) => (
            <col key={i} style={{ inlineSize: `${share}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">one 3×3 in</th>
            <th scope="col" colSpan={2}>
              MACs
            </th>
            <th scope="col" colSpan={2}>
              weights
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map(({ name, side, channels, weights, macs }) => {
            const filter = `${kernel}·${kernel}·${channels}·${channels}`
            return (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <span className="conserve-product">
                    {side}×{side}×{channels}
                  </span>
                </th>
                <Bar value={macs} most={most.macs} />
                <td>
                  {count(macs)}
                  <span className="conserve-product">
                    {side}·{side}·{filter}
                  </span>
                </td>
                <Bar value={weights} most={most.weights} />
                <td>
                  {count(weights)}
                  <span className="conserve-product">{filter}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr aria-live="polite">
            <th scope="row">each stage ×</th>
            <td colSpan={2}>
              {written(positions)} · {written(inputs)} · {written(filters)} = <b>{written(factors.macs)}</b>
            </td>
            <td colSpan={2}>
              {written(inputs)} · {written(filters)} = <b>{written(factors.weights)}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  )
}

function Bar({ value, most }: { readonly value: number; readonly most: number }) {
  return (
    <td aria-hidden className="conserve-bar">
      <span style={{ inlineSize: `max(2px, ${(100 * value) / most}%)` }} />
    </td>
  )
}
