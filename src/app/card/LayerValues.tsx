import { useMemo, useState } from 'react'
import { mapsOf } from '../../featuremaps/maps'
import type { Graph, GraphNode } from '../../nn/graph'
import type { Runs } from '../../runtime/runner'
import { PixelCanvas } from '../../ui/PixelCanvas'
import { NoMaps } from '../inspector/NoMaps'
import { useReads } from '../number/reads'
import type { Wanted } from '../run/session'
import { isPhoto } from '../run/thumbnails'
import { StrongMaps } from './StrongMaps'

interface Props {
  readonly graph: Graph
  readonly node: GraphNode
  readonly runs: Runs<Wanted>
}

/** The maps of a layer from the last run. */
export function LayerValues({ graph, node, runs }: Props) {
  const [chosen, setChosen] = useState<number | null>(null)
  const nodes = useMemo(() => [node], [node])
  const reads = useReads(runs.finished, nodes, { channel: chosen ?? 0 })
  const output = typeof reads === 'string' ? null : reads?.[0].output
  const maps = useMemo(() => output && mapsOf(output.values, output.shape), [output])
  if (!maps)
    return (
      <div className="layer-wait">
        <NoMaps node={node.id} runs={runs} fault={typeof reads === 'string' ? reads : null} />
      </div>
    )
  if (isPhoto(graph, node.id) && runs.finished)
    return (
      <div className="layer-photo">
        <PixelCanvas pixels={runs.finished.pixels} label="The image, as the network gets it" />
      </div>
    )
  return <StrongMaps maps={maps} chosen={chosen} onChoose={setChosen} />
}
