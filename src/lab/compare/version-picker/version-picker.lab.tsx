import './version-picker.css'
import { count, short } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { names, rowsOf, totalOf } from './versions'
import { Readable } from '../../shared/hidden'
import { TableScroll } from '../../shared/TableScroll'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** One name, several networks: stage by stage, with what differs marked. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { name: chosen, differing: only } = value
  const name = names.find((candidate) => candidate.name === chosen)!
  const rows = rowsOf(name)
  const differing = rows.filter(({ differs }) => differs).length
  const mostMacs = Math.max(...name.versions.map(({ id }) => totalOf(id).macs))
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Name"
          value={chosen}
          onChange={(name) => onChange({ name })}
          choices={names.map(({ name: value }) => ({ value, label: value }))}
        />
        <label className="version-check">
          <input type="checkbox" checked={only} onChange={() => onChange({ differing: !only })} /> only what
          differs
        </label>
      </div>
      <TableScroll label={`Versions of ${chosen}`}>
        <table className="lab-table versions">
          <thead>
            <tr>
              <th scope="col">parameters</th>
              {name.versions.map(({ id, title }) => (
                <th key={id} scope="col">
                  <a href={`#/n/${id}`}>{title}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(({ differs }) => differs || !only)
              .map(({ stage, params, differs }) => (
                <tr key={stage} data-differs={differs || undefined}>
                  <th scope="row">
                    {stage}
                    {differs && (
                      <span className="version-mark" title="differs">
                        {' '}
                        ≠
                      </span>
                    )}
                  </th>
                  {params.map((value, i) => (
                    <td key={i}>{value === null ? '–' : count(value)}</td>
                  ))}
                </tr>
              ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">all</th>
              {name.versions.map(({ id }) => (
                <td key={id}>
                  <Readable of="totals">{count(totalOf(id).params)}</Readable>
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">MACs</th>
              {name.versions.map(({ id }) => (
                <td key={id}>{short(totalOf(id).macs, mostMacs)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </TableScroll>
      <p className="soft" role="status">
        {differing} of {rows.length} stages differ in their parameters.
      </p>
    </div>
  )
}
