import { computable } from '../../nn/computable'
import type { Runs } from '../../runtime/runner'
import { sentence } from '../../runtime/words'
import { stopOf } from '../run/stop'
import { problemOf, runLive, runNow, useSession, type Wanted } from '../run/session'

interface Props {
  readonly node: string
  readonly runs: Runs<Wanted>
  /** Why its values could not be read, as a sentence. */
  readonly fault: string | null
  /** What will appear. */
  readonly what?: 'maps' | 'numbers'
}

/** Why there are no values of a node to be seen yet, and what can be done about it. */
export function NoMaps({ node, runs: { run, finished }, fault, what = 'maps' }: Props) {
  const status = useSession((state) => state.status)
  if (status.state === 'unavailable') return <p>{status.reason}</p>
  if (fault !== null) return <p>{fault}</p>
  const stop = finished && stopOf(finished.graph)
  if (stop && !computable(finished.graph).has(node))
    return (
      <p>
        The run {stop.where}, so nothing reaches this layer. {sentence(stop.why)}
      </p>
    )
  if (finished && !finished.result.trace.nodes.has(node))
    return (
      <p>
        This device has too little memory to keep every layer of this network, so only its outputs can be
        seen.
      </p>
    )
  switch (run.phase) {
    case 'failed':
      return (
        <p>
          {problemOf(run)}{' '}
          <button type="button" className="link" onClick={() => void runNow()}>
            Try again
          </button>
        </p>
      )
    case 'offered':
      return (
        <p>
          The weights of this network are not here yet.{' '}
          <button type="button" className="link" onClick={runLive}>
            Fetch them and run it
          </button>
        </p>
      )
    case 'cancelled':
      return (
        <p>
          The run was canceled.{' '}
          <button type="button" className="link" onClick={() => void runNow()}>
            Run the network
          </button>
        </p>
      )
    default:
      return <p className="soft">The {what} appear when the network has run …</p>
  }
}
