import type { Graph } from '../../nn/graph'
import { flopsPerMac, ownDepth } from '../../nn/totals'
import { atLeast, count, short, signed } from '../../ui/format'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'

const depth = loadable(() => import('./Depth').then((m) => m.Depth))

interface Props {
  readonly graph: Graph
  /** The network without changes. */
  readonly own: Graph
}

/** The network's few most wanted numbers, and how far changes have moved them. */
export function Headline({ graph, own }: Props) {
  const { totals } = graph
  const told = (text: string) => atLeast(text, totals.incomplete)
  const said = (
    <>
      <b>{ownDepth(graph)}</b> layers deep
    </>
  )
  return (
    <p className="headline">
      <span>
        <Part name="The depth" of={depth} with={{ graph, children: said }} waiting={said} />
        <Delta by={ownDepth(graph) - ownDepth(own)} from={own} />
      </span>
      <span>
        <b>{told(count(totals.trainable))}</b> parameters
        {!totals.incomplete && <Delta by={totals.trainable - own.totals.trainable} from={own} />}
      </span>
      <span title={told(`${count(totals.macs)} MACs = ${count(totals.macs * flopsPerMac)} FLOPs`)}>
        <b>{told(short(totals.macs))}</b> MACs
        {!totals.incomplete && <Delta by={totals.macs - own.totals.macs} from={own} format={short} />}
      </span>
    </p>
  )
}

interface DeltaProps {
  readonly by: number
  /** The network without changes. */
  readonly from: Graph
  readonly format?: (size: number) => string
}

/** How much more or less it is than the network as published. */
function Delta({ by, from, format }: DeltaProps) {
  if (by === 0) return null
  const against = `against ${from.architecture.title} without changes`
  return (
    <span className="delta" title={against}>
      {signed(by, format)} <span className="visually-hidden">{against}</span>
    </span>
  )
}
