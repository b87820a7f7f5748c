import { count, percent } from '../../../ui/format'
import type { Challenge, Standing } from './challenges'

/** A challenge: what is asked for, what of it is met, and the score. */
export function Task({
  challenge: { task, cost },
  standing: { demands, cost: own, best, score },
  onShow,
}: {
  readonly challenge: Challenge
  readonly standing: Standing
  readonly onShow: () => void
}) {
  const unit = cost === 'macs' ? 'MACs' : 'parameters'
  return (
    <section className="block-task" aria-label="Challenge">
      <p>{task}</p>
      <ul>
        {demands.map(({ says, isMet }) => (
          <li key={says} data-met={isMet}>
            {isMet ? '✓' : '✗'} {says}
          </li>
        ))}
      </ul>
      <div className="block-standing">
        <p role="status">
          {score === undefined ? (
            <>
              Not solved yet; the cost so far is {count(own)} {unit}.
            </>
          ) : (
            <>
              <b>
                {count(own)} {unit}, score {percent(score)}.
              </b>{' '}
              {score > 1
                ? 'That is cheaper than the best block we know: copy the link and tell us.'
                : score === 1
                  ? 'As cheap as the best block we know.'
                  : `The best block we know takes ${count(best)}.`}
            </>
          )}
        </p>
        {score !== undefined && score < 1 && (
          <button type="button" className="button small" onClick={onShow}>
            Show the best block we know
          </button>
        )}
      </div>
      <p className="soft small-text">
        The score measures cost alone. Only training can tell whether such a block learns well.
      </p>
    </section>
  )
}
