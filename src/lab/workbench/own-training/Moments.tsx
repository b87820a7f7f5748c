import { measured, percent } from '../../../ui/format'
import { Slider } from '../../../ui/Slider'
import { Readout } from '../../shared/Readout'
import type { Moment } from './run'

interface Props {
  readonly moments: readonly Moment[]
  /** The place of the one that is shown. */
  readonly at: number
  readonly isFollowing: boolean
  /** Told the step of another one; null follows the newest. */
  readonly onStep: (step: number | null) => void
}

/** Back and forth between the moments that are held. */
export function Moments({ moments, at, isFollowing, onStep }: Props) {
  const { step, train, test } = moments[at]
  return (
    <div className="lab-controls own-moments">
      <Slider
        label="Shown: after step"
        min={0}
        max={Math.max(1, moments.length - 1)}
        value={at}
        text={`${step}${isFollowing ? ', the newest' : ''}`}
        onChange={(place) => onStep(place >= moments.length - 1 ? null : moments[place].step)}
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
