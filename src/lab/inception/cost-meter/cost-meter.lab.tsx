import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { Bars } from '../../shared/Bars'
import { costOf, input, paper } from './path'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** What a 1×1 before a large window saves, or costs. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const path = value
  const { kernel, filters, reduce } = path
  const direct = costOf({ ...path, reduce: 0 })
  const squeezed = costOf(path)
  // Of one window and number of filters, so that the bar above keeps its length while the 1×1 moves.
  const most = Math.max(direct.macs, costOf({ ...path, reduce: input[2] }).macs)
  const ratio = direct.macs / squeezed.macs
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Window"
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
          label="1×1 leaves"
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
            name: 'of it the 1×1',
            value: squeezed.reduce.macs,
            text: count(squeezed.reduce.macs),
            colour: 'var(--path-1)',
            striped: true,
          },
        ]}
      />
      <Readout
        values={[
          ratio >= 1 ? ['cheaper by', times(ratio)] : ['dearer by', times(1 / ratio)],
          ['weights', `${count(direct.weights)} → ${count(squeezed.weights)}`],
        ]}
      />
    </div>
  )
}

const times = (ratio: number) => (ratio < 1.005 ? 'less than half a percent' : `${ratio.toFixed(2)} times`)
