import './group-matrix.css'
import { type PointerEvent } from 'react'
import { count, percent } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { channels, groupings, weightsOf } from './groups'
import { Readout } from '../../shared/Readout'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Which filter reads which channel: a matrix whose blocks are the groups. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { groups, filter } = value
  const size = channels / groups
  const group = Math.floor(filter / size)
  const weights = weightsOf(groups)
  function pick(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    const row = Math.floor(((event.clientY - box.top) / box.height) * channels)
    onChange({ filter: Math.min(channels - 1, Math.max(0, row)) })
  }
  return (
    <div className="lab-body">
      <div className="lab-sliders">
        <Slider
          label="groups"
          value={groupings.indexOf(groups)}
          min={0}
          max={groupings.length - 1}
          text={String(groups)}
          onChange={(at) => onChange({ groups: groupings[at] })}
        />
        <Slider
          label="filter"
          value={filter}
          min={0}
          max={channels - 1}
          onChange={(filter) => onChange({ filter })}
        />
      </div>
      <div className="group-matrix">
        <span className="group-matrix-in">{channels} channels in →</span>
        <span className="group-matrix-out">{channels} filters ↓</span>
        <svg
          viewBox={`0 0 ${channels} ${channels}`}
          role="img"
          aria-label={`A matrix of ${channels} by ${channels} kernels; ${groups === 1 ? 'all of them are present' : `only the ${groups} blocks of ${size} by ${size} on its diagonal are present`}`}
          onPointerDown={pick}
          onPointerMove={(event) => {
            if (event.buttons > 0 || event.pointerType === 'mouse') pick(event)
          }}
        >
          <rect width={channels} height={channels} className="group-matrix-empty" />
          {Array.from({ length: groups }, (_, i) => (
            <rect
              key={i}
              x={i * size}
              y={i * size}
              width={size}
              height={size}
              className={i === group ? 'group-matrix-block group-matrix-own' : 'group-matrix-block'}
            />
          ))}
          <rect x={0} y={filter} width={channels} height={1} className="group-matrix-row" />
        </svg>
      </div>
      <p role="status">
        Filter {filter} reads {size === 1 ? 'channel' : 'channels'} {group * size}
        {size > 1 && ` to ${(group + 1) * size - 1}`}, {size} of {channels}: 3·3·{size} weights.
      </p>
      <Readout
        values={[
          ['weights', count(weights)],
          ['of an ordinary 3×3', percent(weights / weightsOf(1))],
        ]}
      />
    </div>
  )
}
