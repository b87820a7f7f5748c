import { computable } from '../../nn/computable'
import type { Graph, GraphNode } from '../../nn/graph'
import { isMap } from '../../nn/shape'
import type { Runs } from '../../runtime/runner'
import { sentence } from '../../runtime/words'
import { stopOf } from '../run/stop'
import { problemOf, runNow, useSession, type Wanted } from '../run/session'
import { useFirstLook } from '../trained/useFirstLook'
import { FetchWeights } from './FetchWeights'
import { StoredMaps } from './StoredMaps'

interface Props {
  readonly graph: Graph
  readonly node: GraphNode
  readonly runs: Runs<Wanted>
  /** Why its values could not be read, as a sentence. */
  readonly fault: string | null
  /** What will appear. */
  readonly what?: 'maps' | 'numbers'
}

/** Why there are no values of a node to be seen yet, and what can be done about it. */
export function NoMaps({ graph, node, runs: { run, finished }, fault, what = 'maps' }: Props) {
  const status = useSession((state) => state.status)
  const stored = useFirstLook(graph)?.maps.get(node.id)
  const maps = stored && isMap(node.shape) && <StoredMaps node={node} stored={stored} run={run} />
  if (status.state === 'unavailable')
    return (
      <>
        {maps}
        <p>{status.reason}</p>
      </>
    )
  if (fault !== null) return <p>{fault}</p>
  const stop = finished && stopOf(finished.graph)
  if (stop && !computable(finished.graph).has(node.id))
    return (
      <p>
        The run {stop.where}, so nothing reaches this layer. {sentence(stop.why)}
      </p>
    )
  if (finished && !finished.result.trace.nodes.has(node.id))
    return (
      <p>
        This device has too little memory to keep every layer of this network, so only its outputs can be
        seen.
      </p>
    )
  switch (run.phase) {
    case 'failed':
      return (
        <>
          {maps}
          <p>
            {problemOf(run)}{' '}
            <button type="button" className="link" onClick={() => void runNow()}>
              Try again
            </button>
          </p>
        </>
      )
    case 'offered':
      return (
        <>
          {maps}
          <FetchWeights
            run={run}
            why={
              maps
                ? `To see all ${what} and how each number is made, you need the weights of this network.`
                : 'The weights of this network are not here yet.'
            }
          />
        </>
      )
    case 'cancelled':
      return (
        <>
          {maps}
          <p>
            The run was canceled.{' '}
            <button type="button" className="link" onClick={() => void runNow()}>
              Run the network
            </button>
          </p>
        </>
      )
    default:
      return (
        <>
          {maps}
          <p className="soft">The {what} appear once the network has run …</p>
        </>
      )
  }
}
