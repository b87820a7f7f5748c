import { useContext, useEffect, useRef } from 'react'
import type { LabProps } from '../../shared/frame'
import { Still } from '../../shared/still'
import type { options } from './options'
import { isAlike } from './plan'
import { type Plan, type Runs, useRuns } from './useRuns'

/** A training whose steps an address carries: they are made again where somebody opens it. */
export function useLinkedRuns(
  { made, source }: LabProps<typeof options>['value'],
  onChange: LabProps<typeof options>['onChange'],
  plan: Plan | undefined,
): { readonly runs: Runs; readonly onMade: (steps: number) => void } {
  const isStill = useContext(Still)
  const runs = useRuns()
  const { current, go } = runs
  /** What was said here last; anything else is what a link asks for. */
  const said = useRef(0)
  useEffect(() => {
    if (isStill || !plan || source === 'own' || made === said.current) return
    said.current = made
    const done = isAlike(current?.plan, plan) ? current!.history.losses.length : 0
    const goal = Math.min(made, plan.course.steps)
    if (goal > done) go(plan, goal)
  }, [isStill, plan, source, made, current, go])
  return {
    runs,
    onMade: (steps) => {
      const isLost = source === 'own' || (current?.isDerived && isAlike(current.plan, plan))
      const told = isLost ? 0 : steps
      said.current = told
      onChange({ made: told, at: null })
    },
  }
}
