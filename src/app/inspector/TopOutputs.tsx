import { useMemo } from 'react'
import type { Graph } from '../../nn/graph'
import { opOf } from '../../nn/ops'
import { isMap } from '../../nn/shape'
import { count, measured, percent } from '../../ui/format'
import { useSession } from '../session'
import { RandomWeights } from './RandomWeights'
import { areProbabilities, largest } from './top'

const shown = 5

/** The strongest outputs as bars; classes have numbers and no names, because random weights know none. */
export function TopOutputs({ graph }: { readonly graph: Graph }) {
  const finished = useSession((state) => state.finished)
  const phase = useSession((state) => state.phase)
  const status = useSession((state) => state.status)
  const output = finished?.graph === graph ? finished.result.output : null
  const top = useMemo(() => output && largest(output, shown), [output])
  const node = graph.node(graph.outputs[0])

  if (status.state === 'unavailable') return <p>{status.reason}</p>
  if (!output || !top)
    return (
      <p className="soft">
        {phase === 'failed' || phase === 'cancelled'
          ? 'Nothing has run yet.'
          : 'It appears when the network has run …'}
      </p>
    )
  if (isMap(node.shape))
    return <p className="soft">This block ends in feature maps; select its last layer to see them.</p>
  const isShare = areProbabilities(output)
  const most = Math.max(...top.map(({ value }) => Math.abs(value))) || 1
  return (
    <>
      <p className="small-text soft">
        The {Math.min(shown, output.length)} largest of {count(output.length)}{' '}
        {isShare ? 'probabilities' : `outputs (${opOf(node).title.toLowerCase()})`}
      </p>
      <ol className="top">
        {top.map(({ index, value }) => (
          <li key={index}>
            <span>class {index}</span>
            <span className="share-bar" aria-hidden>
              <span style={{ inlineSize: `${(Math.abs(value) / (isShare ? 1 : most)) * 100}%` }} />
            </span>
            <b>{isShare ? percent(value) : measured(value)}</b>
          </li>
        ))}
      </ol>
      <RandomWeights />
    </>
  )
}
