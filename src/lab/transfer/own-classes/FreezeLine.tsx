import { useMemo } from 'react'
import { trainable } from '../../../nn/totals'
import { count, percent } from '../../../ui/format'
import { NetworkPicture } from '../../shared/NetworkPicture'
import { Readout } from '../../shared/Readout'
import type { Way } from './names'
import { frozenParts, scratchOf, type Trunk, wholeOf } from './trunk'

/** The network of a way: what training leaves as it is is hatched, and what learns is counted. */
export function FreezeLine({
  trunk,
  way,
  classes,
}: {
  readonly trunk: Trunk
  readonly way: Way
  readonly classes: number
}) {
  const graph = useMemo(
    () => (way === 'scratch' ? scratchOf(classes) : wholeOf(trunk, classes)),
    [trunk, way, classes],
  )
  const frozen = useMemo(() => frozenParts(way, trunk, graph), [way, trunk, graph])
  const learns = graph.nodes.filter(({ id }) => !frozen.has(id))
  const own = learns.reduce((sum, { params }) => sum + trainable(params), 0)
  const norms = (hold: boolean) =>
    graph.nodes.filter(({ id, params }) => params.running > 0 && frozen.has(id) === hold)
  const [still, moving] = [norms(true).length, norms(false).length]
  return (
    <>
      <div className="lab-picture own-picture-line">
        <NetworkPicture graph={graph} frozen={frozen} />
      </div>
      <Readout
        quiet
        values={[
          ['parameters that learn', count(own)],
          ['of all', percent(own / graph.totals.trainable)],
          ['stay as they are (hatched)', count(graph.totals.trainable - own)],
          [
            'batch normalizations',
            [
              still > 0 ? `${still} keep their running statistics` : '',
              moving > 0 ? `${moving} use those of the batch, and their running ones move` : '',
            ]
              .filter(Boolean)
              .join('; '),
          ],
        ]}
      />
    </>
  )
}
