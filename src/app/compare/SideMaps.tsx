import { FeatureMaps, type Pair } from '../../featuremaps/FeatureMaps'
import type { Maps } from '../../featuremaps/maps'
import type { GraphNode } from '../../nn/graph'
import { formatShape } from '../../nn/shape'
import { useStore } from '../state/store'
import { Key } from './Totals'
import { Breakable } from '../../ui/Breakable'

interface Props {
  readonly side: 'left' | 'right'
  readonly name: string
  /** Undefined where this network has nothing at the chosen depth. */
  readonly node: GraphNode | undefined
  readonly maps: Maps | null
  /** The maps beside these, and what one scale of colors is for. */
  readonly pair: Pair
  /** The channel that is chosen in both networks. */
  readonly channel: number
  readonly onChannel: (channel: number) => void
  /** Why there are no maps, as a sentence. */
  readonly waiting: string
}

/** The maps of one of the two networks at the chosen depth. */
export function SideMaps({ side, name, node, maps, pair, channel, onChannel, waiting }: Props) {
  const axes = useStore((state) => state.axes)
  return (
    <section className="side-maps" aria-label={`Feature maps of ${name}`}>
      <h4>
        <Key side={side} /> {name}
      </h4>
      {node ? (
        <p className="small-text soft">
          <code>
            <Breakable text={node.id} />
          </code>{' '}
          · {node.label} · {formatShape(node.shape, axes)}
        </p>
      ) : (
        <p>Nothing here: this network has no such layer.</p>
      )}
      {node &&
        (maps ? (
          <FeatureMaps
            maps={maps}
            title={`${name}: ${node.id}`}
            channel={channel}
            onChannel={onChannel}
            pair={pair}
          />
        ) : (
          <p className="soft">{waiting}</p>
        ))}
    </section>
  )
}
