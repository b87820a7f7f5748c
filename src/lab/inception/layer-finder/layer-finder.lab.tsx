import './layer-finder.css'
import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { countOf, said } from './candidate'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { K } from '../table-one/rows'
import { TableScroll } from '../../shared/TableScroll'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Search the layer whose weights and operations are both those of the table's first row. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { kind, kernel, filters, multiplier } = value
  const { graph, product, weights, macs, shape, fits } = useMemo(
    () => countOf(kind === 'plain' ? { kind, kernel, filters } : { kind, kernel, multiplier, filters }),
    [kind, kernel, multiplier, filters],
  )
  // One layer more or less: all of it is shown again.
  const frame = useMemo(() => ({ on: null, kind }), [kind])
  const cells = [
    ['kernel', `${said.kernel}×${said.kernel}`, `${kernel}×${kernel}`],
    ['channels', said.channels, shape[2]],
    ['weights', `${said.params}K`, count(weights)],
    ['macs', `${said.ops}M`, `${(macs / 1e6).toFixed(1)}M`],
  ] as const
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Kind of layer"
          value={kind}
          onChange={(kind) => onChange({ kind })}
          choices={[
            { value: 'plain', label: 'one convolution' },
            { value: 'separable', label: 'each color on its own, then 1×1' },
          ]}
        />
      </div>
      <div className="lab-sliders">
        <Slider
          label="kernel"
          value={kernel}
          min={1}
          max={11}
          step={2}
          onChange={(kernel) => onChange({ kernel })}
        />
        {kind === 'separable' && (
          <Slider
            label="kernels per color"
            value={multiplier}
            min={1}
            max={16}
            onChange={(multiplier) => onChange({ multiplier })}
          />
        )}
        <Slider
          label="channels out"
          value={filters}
          min={1}
          max={128}
          onChange={(filters) => onChange({ filters })}
        />
      </div>
      <div className="lab-picture finder-picture">
        <NetworkPicture graph={graph} expanded="all" frame={frame} />
      </div>
      <TableScroll label="The slide's row and yours">
        <table className="lab-table finder-table">
          <thead>
            <tr>
              <th scope="col">stride 2</th>
              <th scope="col">kernel</th>
              <th scope="col">channels</th>
              <th scope="col">weights</th>
              <th scope="col">MACs</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">the slide</th>
              {cells.map(([of, printed]) => (
                <td key={of}>{printed}</td>
              ))}
            </tr>
            <tr>
              <th scope="row">yours</th>
              {cells.map(([of, , yours]) => (
                <td key={of} data-fits={fits[of]}>
                  {yours}
                  <span className="soft small-text">{fits[of] ? 'fits' : 'does not fit'}</span>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </TableScroll>
      <p className="arithmetic" role="status">
        {product} = <strong>{count(weights)}</strong>, at {shape.slice(0, 2).join('·')} positions:{' '}
        {count(macs)}.
        {Object.values(fits).every(Boolean) &&
          ` The whole row fits, with K = 1000; the rest of the table uses K = ${K}.`}
      </p>
    </div>
  )
}
