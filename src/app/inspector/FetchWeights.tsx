import type { Runs } from '../../runtime/runner'
import { bytes } from '../../ui/format'
import { runLive, type Wanted } from '../run/session'

interface Props {
  readonly run: Runs<Wanted>['run']
  /** Why one would, as a sentence. */
  readonly why: string
  /** Called before it begins. */
  readonly onFetch?: () => void
}

/** Offers the weights of the network while they are not here. */
export function FetchWeights({ run, why, onFetch }: Props) {
  if (run.phase !== 'offered') return null
  const fetch = () => {
    onFetch?.()
    runLive()
  }
  return (
    <p>
      {why}{' '}
      <button type="button" className="link" onClick={fetch}>
        Fetch them ({bytes(run.bytes)}) and run it
      </button>
    </p>
  )
}
