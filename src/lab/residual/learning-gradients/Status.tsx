import { Problem } from '../../../ui/Problem'
import type { LabProps } from '../../shared/frame'
import { WorkStatus } from '../../shared/WorkStatus'
import { about } from '../../workbench/train-here/time'
import { rates } from '../../shared/training/settings'
import type { options } from './options'
import { lostIn } from './run'
import type { Learning } from './useLearning'

interface Props extends LabProps<typeof options> {
  readonly learning: Learning
  readonly goal: number
}

/** Where the run stands; what it lost, and a way on. */
export function Status({ learning, goal, value: { rate }, onChange }: Props) {
  const { steps, pace, isBusy, problem, retry } = learning
  const done = steps.length
  const lost = lostIn(steps.at(-1))
  if (problem) return <Problem onRetry={retry}>{problem}</Problem>
  if (lost) {
    const slower = rates[Math.max(0, rates.indexOf(rate) - 3)]
    return (
      <p className="problem" role="alert">
        This run has diverged: in step {done}, {lost}. The earlier steps are kept; go back to them, or start
        again with smaller steps, other initial weights or batch norm.{' '}
        {slower < rate && (
          <button
            type="button"
            className="button small"
            onClick={() => onChange({ rate: slower, steps: 1, at: null })}
          >
            Rate {slower}
          </button>
        )}
      </p>
    )
  }
  const left = pace > 0 ? (goal - done) / pace : undefined
  const isDead = done > 0 && steps[done - 1].layers.every(({ update }) => update === 0)
  const now = !isBusy
    ? done === 0
      ? 'Nothing is measured yet.'
      : isDead
        ? `Step ${done}: every kernel’s gradient is zero, so no kernel will ever move.`
        : `Step ${done} is done.`
    : done === 0
      ? 'Starting TensorFlow.js …'
      : `Step ${done} of ${goal}${left !== undefined && left >= 1 ? `, about ${about(left)} left` : ''}.`
  return <WorkStatus className="small-text" text={now} isMoving={isBusy && done > 0} />
}
