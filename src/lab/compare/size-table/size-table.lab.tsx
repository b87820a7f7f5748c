import './size-table.css'
import { useMemo } from 'react'
import { graphOf } from '../../../architectures/built'
import { Explained } from '../../../ui/Explained'
import { count, short } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { cell, largest, rowsOf, total } from './columns'
import { TableScroll } from '../../shared/TableScroll'
import type { LabProps } from '../../shared/frame'
import { Readable, useIsHidden } from '../../shared/hidden'
import { options } from './options'

export { options }

/** Networks side by side, stage by stage, counted. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { networks, quantity } = value
  const graphs = useMemo(() => networks.map((name) => graphOf(name)), [networks])
  const most = useMemo(() => largest(graphs, quantity), [graphs, quantity])
  const isHidden = useIsHidden(quantity)
  const isLong = quantity === 'params' || quantity === 'macs'
  const say = (value: number | string | null) => {
    if (value === null || typeof value === 'string') return value
    if (!isLong) return count(value)
    const unit = quantity === 'macs' ? 'MACs' : 'parameters'
    return <Explained words={`${count(value)} ${unit}`}>{short(value)}</Explained>
  }
  return (
    <div className="lab-body">
      <Segmented
        legend="What the cells show"
        value={quantity}
        onChange={(quantity) => onChange({ quantity })}
        choices={[
          { value: 'output', label: 'output' },
          { value: 'layers', label: 'layers' },
          { value: 'params', label: 'params' },
          { value: 'macs', label: 'MACs' },
          { value: 'field', label: 'receptive field', name: 'side of the receptive field, in pixels' },
        ]}
      />
      <TableScroll label="Stages of the networks">
        <table className="lab-table size-table">
          <thead>
            <tr>
              <th scope="col">stage</th>
              {graphs.map(({ architecture }) => (
                <th key={architecture.id} scope="col">
                  {architecture.title.replace(/^[A-Za-z]+-/, '')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(graphs).map((at) => (
              <tr key={at}>
                <th scope="row">{at.replace('dense', '')}</th>
                {graphs.map((graph) => {
                  const value = cell(graph, at, quantity)
                  const differs = !isHidden && value !== cell(graphs[0], at, quantity)
                  return (
                    <td key={graph.architecture.id} className={differs ? 'differs' : undefined}>
                      <Readable of={quantity}>{say(value)}</Readable>
                      {!isHidden && typeof value === 'number' && value > 0 && (
                        <span
                          className="size-bar"
                          aria-hidden
                          style={{ inlineSize: `${(3 * value) / most}em` }}
                        />
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          {quantity !== 'output' && (
            <tfoot>
              <tr>
                <th scope="row">{quantity === 'field' ? 'last conv' : 'sum'}</th>
                {graphs.map((graph) => {
                  const value = total(graph, quantity)
                  return (
                    <td key={graph.architecture.id}>
                      <b>
                        <Readable of={quantity}>{say(value)}</Readable>
                      </b>
                    </td>
                  )
                })}
              </tr>
            </tfoot>
          )}
        </table>
      </TableScroll>
      <p className="soft small-text">
        Bold: differs from the first column. {most > 0 && 'All bars share one scale.  '}
        Layers are convolutions and fully connected layers on the longest path; everything is counted from the
        graphs.
      </p>
    </div>
  )
}
