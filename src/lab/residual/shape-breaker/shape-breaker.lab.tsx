import { useMemo } from 'react'
import { count } from '../../../ui/format'
import { Segmented } from '../../../ui/Segmented'
import { Slider } from '../../../ui/Slider'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { blockOf, type Way } from './block'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const ways: readonly { readonly value: Way; readonly label: string }[] = [
  { value: 'identity', label: 'no change' },
  { value: 'pad', label: 'drop pixels, add zeros' },
  { value: 'projection', label: '1×1 projection' },
]

const everything = { on: null }

/** A residual block whose stride, filters and shortcut can be set, also so that the addition fails. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const setting = value
  const graph = useMemo(() => blockOf(setting), [setting])
  const issue = graph.issues[0]
  const around = graph.nodes
    .filter(({ id }) => id.startsWith('block/shortcut'))
    .reduce((sum, { params }) => sum + params.weights, 0)
  return (
    <div className="lab-body">
      <div className="lab-controls">
        <Segmented
          legend="On the shortcut"
          value={setting.way}
          choices={ways}
          onChange={(way) => onChange({ way })}
        />
      </div>
      <div data-block className="lab-picture">
        <NetworkPicture graph={graph} expanded="all" steady frame={everything} />
      </div>
      <div className="lab-sliders">
        <Slider
          label="first stride"
          value={setting.stride}
          min={1}
          max={2}
          onChange={(stride) => onChange({ stride })}
        />
        <Slider
          label="filters"
          value={setting.filters}
          min={16}
          max={256}
          step={16}
          onChange={(filters) => onChange({ filters })}
        />
      </div>
      <p role="status" className={issue ? 'lab-torn' : undefined}>
        {issue ? (
          <>The addition fails: {issue.message}.</>
        ) : (
          <>
            Both inputs of the addition have the shape {graph.group('block').shape.join('×')}. The shortcut
            has {around === 0 ? 'no weights' : `${count(around)} weights`}, the block{' '}
            {count(graph.totals.params.weights)}.
          </>
        )}
      </p>
      <p className="soft small-text">Normalization and ReLU do not change the shape and are left out.</p>
    </div>
  )
}
