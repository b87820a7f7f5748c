import { useMemo } from 'react'
import { mapsOf, peakOf, strongestChannels } from '../../featuremaps/maps'
import type { Graph, GraphNode } from '../../nn/graph'
import type { Unit } from '../../nn/unit'
import type { Runs } from '../../runtime/runner'
import { NoMaps } from '../inspector/NoMaps'
import { useLayer } from '../number/reads'
import { type Place, trailTo } from '../number/trail'
import { Way } from '../number/Way'
import type { Wanted } from '../run/session'
import { isPhoto } from '../run/thumbnails'
import { OneValue } from '../value/OneValue'
import { placeAt, stepTo, useCard } from './card'
import { StrongMaps } from './StrongMaps'

interface Props {
  readonly graph: Graph
  readonly node: GraphNode
  readonly runs: Runs<Wanted>
  /** Selects another layer of the picture. */
  readonly onSelect: (id: string) => void
}

/** The maps of a layer from the last run, and how one of their values is made: at first the largest of the strongest map. */
export function LayerValues({ graph, node, runs, onSelect }: Props) {
  const { finished } = runs
  const place = useCard((state) => state.place)
  const trail = useCard((state) => state.trail)
  const chosen = place?.node === node.id ? place.unit : null
  const reads = useLayer(graph, node, finished, { channel: chosen?.channel ?? 0 })
  const output = typeof reads === 'string' ? undefined : reads?.[0].output
  const maps = useMemo(() => output && mapsOf(output.values, output.shape), [output])
  const strongest = useMemo(() => maps && peakOf(maps, strongestChannels(maps)[0]), [maps])
  if (!maps || !strongest || !finished || reads === null || typeof reads === 'string')
    return (
      <div className="layer-wait">
        <NoMaps graph={graph} node={node} runs={runs} fault={typeof reads === 'string' ? reads : null} />
      </div>
    )
  const unit = chosen ?? strongest
  const here: Place = { node: node.id, unit }
  const way = trailTo(trail, here)
  const choose = (next: Unit) => placeAt({ node: node.id, unit: next })
  const goTo = (next: Place) => {
    placeAt(next)
    onSelect(next.node)
  }
  return (
    <>
      {way.length > 1 && <Way graph={graph} way={way} here={here} onGo={goTo} />}
      {!isPhoto(graph, node.id) && (
        <StrongMaps
          maps={maps}
          chosen={unit.channel}
          onChoose={(channel) => choose(chosen ? { ...unit, channel } : peakOf(maps, channel))}
        />
      )}
      <div className="layer-value">
        <h3>{node.inputs.length > 0 ? 'How one value is made' : 'One value'}</h3>
        <OneValue
          key={node.id}
          graph={graph}
          reads={reads}
          pixels={finished.pixels}
          unit={unit}
          onUnit={choose}
          onStep={(next) => {
            stepTo(here, next)
            onSelect(next.node)
          }}
          terms="strongest"
        />
      </div>
    </>
  )
}
