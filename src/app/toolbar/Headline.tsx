import type { Graph } from '../../nn/graph'
import { hasUnknown } from '../../nn/misfit'
import { ownDepth } from '../../nn/totals'
import { atLeast, count, short, signed } from '../../ui/format'
import { loadable } from '../../ui/loadable'
import { Part } from '../../ui/Part'
import type { HeadlineNumber } from './headlineWords'

const term = loadable(() => import('./HeadlineTerm').then((m) => m.HeadlineTerm))

interface Props {
  readonly graph: Graph
  /** The network without changes. */
  readonly own: Graph
}

/** The network's few most wanted numbers, and how far changes have moved them. */
export function Headline({ graph, own }: Props) {
  const { totals } = graph
  const told = (text: string) => atLeast(text, totals.incomplete)
  const said = (of: HeadlineNumber, amount: string, unit: string) => {
    const words = (
      <>
        <b>{amount}</b> {unit}
      </>
    )
    return (
      <Part
        name="What a number means"
        of={term}
        with={{ graph, of, children: words }}
        waiting={words}
        // Without its tip it is a number still; the tip is asked for again when the network is back.
        around={(problem) => (
          <>
            {words}
            <span hidden>{problem}</span>
          </>
        )}
      />
    )
  }
  return (
    <p className="headline">
      <span>
        {said('depth', atLeast(`${ownDepth(graph)}`, hasUnknown(graph)), 'layers deep')}
        <Delta by={ownDepth(graph) - ownDepth(own)} from={own} />
      </span>
      <span>
        {said('parameters', told(count(totals.trainable)), 'parameters')}
        {!totals.incomplete && <Delta by={totals.trainable - own.totals.trainable} from={own} />}
      </span>
      <span>
        {said('macs', told(short(totals.macs)), 'MACs')}
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
