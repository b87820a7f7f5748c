import { useContext, useEffect, useRef } from 'react'
import type { LabProps } from '../../shared/frame'
import { Still } from '../../shared/still'
import type { options } from './options'
import { fits, isAlike } from './plan'
import { type Plan, type Runs, useRuns } from './useRuns'

type Props = LabProps<typeof options>

export interface LinkedRuns {
  readonly runs: Runs
  /**
   * Shows the newest moment again, and tells how many steps there are to be, where a link or another window can make them.
   * @param steps 0 after a reset, null where the run is none that can be told
   * @param from the step after which the run is forked just now
   */
  readonly onMade: (steps: number | null, from?: number) => void
}

/**
 * A training whose steps an address carries: they are made again where somebody opens it, and another window of the talk
 * goes on, rests, forks and begins anew where this one does.
 */
export function useLinkedRuns(
  { made, from, source }: Props['value'],
  onChange: Props['onChange'],
  plan?: Plan,
): LinkedRuns {
  const isStill = useContext(Still)
  const runs = useRuns()
  const { current, isBusy, go, fork, reset } = runs
  const isSame = isAlike(current?.plan, plan)
  const done = current?.history.losses.length ?? 0
  /** What was said here last; anything else is what a link or another window asks for. */
  const said = useRef<Pick<Props['value'], 'made' | 'from'>>({ made: null, from: null })
  useEffect(() => {
    const isNews = made !== said.current.made || from !== said.current.from
    if (isStill || !plan || source === 'own' || !isNews) return
    const isFork = from !== null && !(isSame && current?.from === from)
    // The run has yet to come to where it is forked.
    if (isFork && isBusy && done < from) return
    said.current = { made, from }
    if (made === null) return
    const goal = Math.min(made, plan.course.steps)
    if (goal === 0) reset()
    else if (isFork) {
      // A link has no run to fork.
      if (fits(plan, current?.plan)) fork(plan, from, goal)
    } else if (!isSame || isBusy || done !== goal) go(plan, goal)
  }, [isStill, plan, source, made, from, current, isBusy, isSame, done, go, fork, reset])
  return {
    runs,
    onMade: (steps, forked) => {
      const isUntold = source === 'own' || (current?.isOpened && (isSame || forked !== undefined))
      const told =
        steps === 0
          ? { made: 0, from: null }
          : isUntold || steps === null
            ? { made: null, from: null }
            : { made: steps, from: forked ?? (isSame ? current!.from : null) }
      said.current = told
      onChange({ ...told, at: null })
    },
  }
}
