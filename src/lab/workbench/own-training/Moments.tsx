import { measured, percent } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { Readout } from '../../shared/Readout'
import type { Moment } from './run'

interface Props {
  readonly moments: readonly Moment[]
  /** The place of the one that is shown. */
  readonly at: number
  readonly isFollowing: boolean
  /** Null follows the newest. */
  readonly onPlace: (place: number | null) => void
}

/** Back and forth between the moments that are held. */
export function Moments({ moments, at, isFollowing, onPlace }: Props) {
  const { step, train, test } = moments[at]
  return (
    <div className="lab-controls own-moments">
      <Slider
        label="Shown: after step"
        min={0}
        max={Math.max(1, moments.length - 1)}
        value={at}
        text={`${step}${isFollowing ? ', the newest' : ''}`}
        onChange={(place) => onPlace(place >= moments.length - 1 ? null : place)}
      />
      <Readout
        quiet
        values={[
          ['training loss', measured(train.loss)],
          ['training error', percent(train.error)],
          ['test loss', measured(test.loss)],
          ['test error', percent(test.error)],
        ]}
      />
    </div>
  )
}
