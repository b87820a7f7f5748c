import type { ReactNode } from 'react'
import { Problem } from '../../ui/Problem'
import { about } from '../workbench/train-here/time'
import type { Task } from './useTask'

/** Where long work stands: how to begin it, how much is left of it, and how to call it off. */
export function Progress({
  task: { progress, problem, result, start, cancel },
  begin,
  what,
  disabled = false,
}: {
  readonly task: Task<unknown>
  /** On the button. */
  readonly begin: ReactNode
  /** What is counted, as in "7 of 20 drawings". */
  readonly what: string
  /** While something that it needs is on its way. */
  readonly disabled?: boolean
}) {
  if (problem) return <Problem onRetry={start}>{problem}</Problem>
  if (progress)
    return (
      <p className="task-progress" data-waits>
        <progress max={progress.of || 1} value={progress.done} aria-label={`Progress in ${what}`} />
        <span>
          {progress.of === 0 ? (progress.waits ?? 'Starting…') : `${progress.done} of ${progress.of} ${what}`}
          {progress.left !== undefined && `, about ${about(progress.left)} left`}
        </span>
        <button type="button" className="button small" onClick={cancel}>
          Cancel
        </button>
      </p>
    )
  return (
    <p className="task-progress">
      <button
        type="button"
        className={result ? 'button small' : 'button'}
        disabled={disabled}
        onClick={start}
      >
        {result ? 'Again' : begin}
      </button>
    </p>
  )
}
