import './inception-block.css'
import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { block3a, moduleOf } from './module'
import { NetworkPicture } from '../../shared/NetworkPicture'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const sliders = [
  ['p1', '1×1 path'],
  ['p2Reduce', '1×1 before the 3×3'],
  ['p2', '3×3 path'],
  ['p3Reduce', '1×1 before the 5×5'],
  ['p3', '5×5 path'],
  ['p4', '1×1 after the pool'],
] as const

const paddings = [
  ['p2', 'padding 1 of the 3×3'],
  ['p3', 'padding 2 of the 5×5'],
  ['p4', 'padding 1 of the pool'],
] as const

/** All of the block is seen, whatever its widths. */
const everything = { on: null }

/** An inception block with its six widths and three paddings to set; the sum, the costs and the joint follow. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const graph = useMemo(() => {
    const { padded, ...widths } = value
    const has = (name: (typeof padded)[number]) => padded.includes(name)
    return moduleOf({ ...widths, padded: { p2: has('p2'), p3: has('p3'), p4: has('p4') } })
  }, [value])
  const issue = graph.issues[0]
  const paths = ['p1', 'p2', 'p3', 'p4'].map((name) => graph.group(`inception/${name}`))
  return (
    <div className="lab-body inception-block">
      <div className="lab-picture" data-block>
        <NetworkPicture graph={graph} expanded="all" steady frame={everything} />
      </div>
      <p role="status" className={issue ? 'problem' : undefined}>
        {issue ? (
          <>The concatenation fails: {issue.message}.</>
        ) : (
          <>
            {paths.map(({ shape }) => shape[shape.length - 1]).join(' + ')} ={' '}
            <strong>{graph.group('inception').shape[2]} channels</strong>, {count(graph.totals.trainable)}{' '}
            parameters, {count(graph.totals.macs)} MACs
          </>
        )}
      </p>
      <div className="lab-controls" role="group" aria-label="Paddings">
        {paddings.map(([name, label]) => (
          <label key={name} className="inception-padding">
            <input
              type="checkbox"
              checked={value.padded.includes(name)}
              onChange={(event) =>
                onChange({
                  padded: options.padded.choices.filter((each) =>
                    each === name ? event.target.checked : value.padded.includes(each),
                  ),
                })
              }
            />
            {label}
          </label>
        ))}
        <button
          type="button"
          className="button small"
          onClick={() => onChange({ ...block3a, padded: options.padded.default })}
        >
          Back to block 3a
        </button>
      </div>
      <div className="inception-sliders">
        {sliders.map(([name, label]) => (
          <Slider
            key={name}
            label={label}
            min={8}
            max={256}
            step={8}
            value={value[name]}
            onChange={(width) => onChange({ [name]: width })}
          />
        ))}
      </div>
    </div>
  )
}
