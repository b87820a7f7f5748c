import './fold-norm.css'
import { graphOf } from '../../../architectures/built'
import { Segmented } from '../../../ui/Segmented'
import { Accounts } from './Accounts'
import { Channel } from './Channel'
import { NetworkPicture } from '../../shared/NetworkPicture'
import type { LabProps } from '../../shared/frame'
import { options } from './options'

export { options }

const views = {
  channel: 'One channel',
  network: 'A whole network',
  picture: 'The block',
} as const

type View = keyof typeof views

const everything = { on: null } as const

const block = graphOf('residual-block')
/** What becomes one layer: the convolutions with their normalizations. */
const pairs = new Set(
  block.nodes.flatMap(({ id, params }) => (params.weights + params.batchNorm > 0 ? [id] : [])),
)

/** A normalization folded into the convolution before it: in one channel, in a network, and where it stands in a block. */
export function Lab({ value, onChange }: LabProps<typeof options>) {
  const { view } = value
  return (
    <div className="lab-body fold-norm">
      <Segmented
        legend="What is shown"
        value={view}
        onChange={(view) => onChange({ view })}
        choices={Object.entries(views).map(([value, label]) => ({ value: value as View, label }))}
      />
      {view === 'channel' && <Channel value={value} onChange={onChange} />}
      {view === 'network' && <Accounts value={value} onChange={onChange} />}
      {view === 'picture' && (
        <>
          <div className="lab-picture fold-block">
            <NetworkPicture graph={block} expanded="all" frame={everything} lit={pairs} />
          </div>
          <p className="soft">
            The highlighted parts can be folded: each convolution and the normalization after it become one
            layer.
          </p>
        </>
      )}
    </div>
  )
}
