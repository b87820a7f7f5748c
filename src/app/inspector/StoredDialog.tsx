import { useState } from 'react'
import { ChannelSteps } from '../../featuremaps/ChannelSteps'
import type { GraphNode } from '../../nn/graph'
import { channels } from '../../nn/shape'
import type { Runs } from '../../runtime/runner'
import { Dialog } from '../../ui/Dialog'
import { count } from '../../ui/format'
import { type Pixels, PixelCanvas } from '../../ui/PixelCanvas'
import type { Wanted } from '../run/session'
import { FetchWeights } from './FetchWeights'
import './stored-maps.css'

interface Props {
  readonly onClose: () => void
  readonly node: GraphNode
  readonly run: Runs<Wanted>['run']
  readonly pictures: readonly Pixels[]
  /** The channel that is shown first. */
  readonly first: number
  /** What they come from, as a sentence. */
  readonly origin: string
}

/** A stored map as large as the screen allows, without its values: they are stored as shades. */
export function StoredDialog({ onClose, node, run, pictures, first, origin }: Props) {
  const [channel, setChannel] = useState(first)
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${node.id}: channel ${channel} of ${count(channels(node.shape))}`}
      about={origin}
    >
      <ChannelSteps channel={channel} of={pictures.length} onChannel={setChannel} />
      <div className="stored-map">
        <PixelCanvas pixels={pictures[channel]} label={`Map ${channel}`} />
      </div>
      <FetchWeights
        run={run}
        why="To see its values and every other channel, you need the weights of this network."
        onFetch={onClose}
      />
    </Dialog>
  )
}
