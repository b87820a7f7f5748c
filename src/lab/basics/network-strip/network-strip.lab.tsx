import './network-strip.css'
import { useMemo } from 'react'
import { short } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { factsOf } from '../../shared/lecture-networks'
import { slabsOf } from './slabs'
import { Readable } from '../../shared/hidden'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

/** Few channels beside many are a thread on a linear scale; the root shows both. */
const scales = { root: Math.sqrt, linear: (channels: number) => channels } as const

/** All networks of the lecture on one scale: a slab for each stage, as high as its map and as wide as its channels. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { networks, scale } = value
  const rows = useMemo(
    () => networks.map((id) => ({ ...factsOf(id), slabs: slabsOf(factsOf(id).graph) })),
    [networks],
  )
  const across = scales[scale]
  const widest = Math.max(
    ...rows.map(({ slabs }) => slabs.reduce((sum, slab) => sum + across(slab.channels), 0)),
  )
  const tallest = Math.max(...rows.flatMap(({ slabs }) => slabs.map(({ height }) => height)))
  const most = Math.max(...rows.map(({ slabs }) => slabs.length))
  const gap = 1
  /** Shares of what gaps and the thinnest slabs leave of a row. */
  const rest = `(100% - ${most * (gap + 1)}px)`
  const high = 40
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="Width of a slab"
          value={scale}
          onChange={(scale) => onChange({ scale })}
          choices={[
            { value: 'root', label: 'width = √channels' },
            { value: 'linear', label: 'width = channels' },
          ]}
        />
      </div>
      <ul className="strip">
        {rows.map(({ id, name, year, depth, params, slabs }) => (
          <li key={id}>
            <a href={`#/n/${id}`}>
              <span className="strip-name">
                <strong>{name}</strong> <span className="soft">{year}</span>
              </span>
              <div className="strip-slabs">
                {slabs.map((slab) => (
                  <span
                    key={slab.id}
                    title={`${slab.id}: ${slab.height}×${slab.height}, ${slab.channels} channels`}
                    className={slab.height === 1 ? 'slab vector' : 'slab'}
                    style={{
                      inlineSize: `max(1px, ${rest} * ${across(slab.channels) / widest})`,
                      blockSize: Math.max(2, (slab.height / tallest) * high),
                    }}
                  />
                ))}
              </div>
            </a>
            {/* Beside the link: a button within it would be no button. */}
            <span className="strip-facts soft">
              {depth} layers · <Readable of="params">{short(params)}</Readable>
            </span>
          </li>
        ))}
      </ul>
      <p className="soft">
        Each slab is the output of a stage: <i className="slab-key slab" aria-hidden /> a feature map (its
        height to scale) or <i className="slab-key slab vector" aria-hidden /> a vector. Choose a row to open
        its network.
      </p>
    </div>
  )
}
