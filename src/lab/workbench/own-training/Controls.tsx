import { Problem } from '../../../ui/Problem'
import { about, expectedSeconds } from '../train-here/time'
import type { Moment } from './run'
import { fits, isAlike } from './plan'
import type { LinkedRuns } from './useLinkedRuns'
import type { Plan, Runs } from './useRuns'
import { many } from '../../shared/many'
import { WorkStatus } from '../../shared/WorkStatus'

interface Props extends LinkedRuns {
  /** Undefined while something is missing. */
  readonly plan: Plan | undefined
  readonly moment: Moment | undefined
}

/** Run, pause, step, start again, go on from a moment, lay beside; and where the training stands. */
export function Controls({ runs, plan, moment, onMade }: Props) {
  const { current, kept, isBusy, isLost } = runs
  const done = current?.history.losses.length ?? 0
  const isSame = isAlike(current?.plan, plan)
  const goal = plan?.course.steps ?? 0
  const isOver = isSame && (done >= goal || isLost)
  const go = (to: number) => {
    onMade(to)
    if (plan) runs.go(plan, to)
  }
  const reset = () => {
    onMade(0)
    runs.reset()
  }
  return (
    <>
      <div className="lab-controls">
        {isBusy ? (
          <button
            type="button"
            className="button primary small"
            data-told
            onClick={() => onMade(runs.pause())}
          >
            Pause
          </button>
        ) : (
          <button
            type="button"
            className="button primary small"
            data-told
            disabled={!plan || isOver}
            onClick={() => go(goal)}
          >
            {isSame && done > 0 ? 'Go on' : current ? 'Start again' : 'Run'}
          </button>
        )}
        <button
          type="button"
          className="button small"
          disabled={!plan || isBusy || isOver}
          onClick={() => go(isSame ? done + 1 : 1)}
        >
          1 step
        </button>
        <button type="button" className="button small" disabled={!current || isBusy} onClick={reset}>
          Reset
        </button>
        <button
          type="button"
          className="button small"
          disabled={isBusy || !plan || !moment || !fits(plan, current?.plan) || moment.step >= goal}
          title="Keeps this run for comparison and continues from the moment shown with the current settings."
          onClick={() => {
            onMade(goal, moment!.step)
            runs.fork(plan!, moment!.step, goal)
          }}
        >
          Fork after step {moment?.step ?? 0}
        </button>
        {kept ? (
          <button type="button" className="button small" onClick={runs.drop}>
            Remove the other run
          </button>
        ) : (
          <button type="button" className="button small" disabled={!current || isBusy} onClick={runs.keep}>
            Keep for comparison
          </button>
        )}
      </div>
      <Standing {...{ runs, plan, done, goal, isSame }} onRetry={() => go(goal)} />
    </>
  )
}

interface StandingProps {
  readonly runs: Runs
  readonly plan: Plan | undefined
  readonly done: number
  readonly goal: number
  readonly isSame: boolean
  readonly onRetry: () => void
}

function Standing({
  onRetry,
  runs: { current, isBusy, isLost, pace, problem },
  plan,
  done,
  goal,
  isSame,
}: StandingProps) {
  if (problem) return <Problem onRetry={onRetry}>{problem}</Problem>
  if (isLost)
    return (
      <p className="problem" role="alert">
        After step {done} the loss is no longer a number. Go back to an earlier moment and fork with a smaller
        rate, or start again with another.
      </p>
    )
  const own = current?.plan.course.steps ?? goal
  const left = pace > 0 ? (own - done) / pace : undefined
  const sentence = isBusy
    ? done === 0
      ? 'Starting TensorFlow.js, and measuring the untrained network…'
      : `Step ${done} of ${own}${left ? `, about ${about(left)} left` : ''}.`
    : !plan
      ? 'Something is missing above.'
      : !current
        ? `${goal} steps, about ${about(expectedSeconds([plan.graph], goal, 1, plan.course.batch))} here, as a first estimate.`
        : isSame
          ? done >= goal
            ? `Done: ${done} steps.`
            : `Paused after step ${done}.`
          : `The run shown, of ${many(done, 'step')}, has different settings.`
  return <WorkStatus className="small-text" text={sentence} isMoving={isBusy && done > 0} />
}
