import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { Bars } from '../../shared/Bars'
import { costOf, input, paper } from './path'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** What a 1×1 before a large kernel saves, or costs. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const path = value
  const { kernel, filters, reduce } = path
  const direct = costOf({ ...path, reduce: 0 })
  const squeezed = costOf(path)
  // Of one kernel and number of filters, so that the bar above keeps its length while the 1×1 moves.
  const most = Math.max(direct.macs, costOf({ ...path, reduce: input[2] }).macs)
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Kernel"
          value={String(kernel)}
          choices={options.kernel.values.map((side) => ({ value: String(side), label: `${side}×${side}` }))}
          onChange={(side) => onChange({ kernel: Number(side) })}
        />
        <button type="button" className="button small" onClick={() => onChange(paper)}>
          As in block 3a
        </button>
      </div>
      <div className="lab-sliders">
        <Slider
          label="1×1 outputs"
          value={reduce}
          min={1}
          max={input[2]}
          onChange={(value) => onChange({ reduce: value })}
        />
        <Slider
          label="filters"
          value={filters}
          min={1}
          max={256}
          onChange={(value) => onChange({ filters: value })}
        />
      </div>
      <Bars
        caption={`MACs on ${input.join('×')}`}
        most={most}
        bars={[
          {
            id: 'direct',
            name: `${kernel}×${kernel} alone`,
            value: direct.macs,
            text: count(direct.macs),
            colour: 'var(--path-2)',
          },
          {
            id: 'squeezed',
            name: `1×1, then ${kernel}×${kernel}`,
            value: squeezed.macs,
            text: count(squeezed.macs),
            colour: 'var(--path-1)',
          },
          {
            id: 'reduce',
            name: 'of that, the 1×1',
            value: squeezed.reduce.macs,
            text: count(squeezed.reduce.macs),
            colour: 'var(--path-1)',
            striped: true,
          },
        ]}
      />
      <Readout
        values={[
          comparison(direct.macs, squeezed.macs),
          ['weights', `${count(direct.weights)} → ${count(squeezed.weights)}`],
        ]}
      />
    </div>
  )
}

/** How the costs without and with the 1×1 compare, as a name and a value. */
function comparison(direct: number, squeezed: number): readonly [string, string] {
  const [name, ratio] =
    direct >= squeezed
      ? ['cost falls by a factor of', direct / squeezed]
      : ['cost grows by a factor of', squeezed / direct]
  return ratio < 1.005 ? ['cost', 'the same within half a percent'] : [name, ratio.toFixed(2)]
}
