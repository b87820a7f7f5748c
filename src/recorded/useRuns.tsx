import { type ReactNode, useMemo } from 'react'
import type { History } from './history'
import { repeatsOf } from './repeats'
import { useRecorded } from './useRecorded'

/** Recorded runs by name, and their repeats from other seeds; a sentence instead where one did not come or is not on this site. */
export function useRuns(names: readonly string[]): {
  readonly found?: readonly History[]
  /** For every run the same training from other seeds, where there are any. */
  readonly repeats?: readonly (readonly History[])[]
  readonly problem?: ReactNode
} {
  const { all, problem } = useRecorded()
  const key = names.join(' ')
  return useMemo(() => {
    if (!all) return { problem }
    const every = [...all.runs, ...all.fullSize]
    const runs = new Map(every.map((history) => [history.run.name, history]))
    const missing = key.split(' ').find((name) => !runs.has(name))
    if (missing)
      return { problem: <p className="problem">The recorded run {missing} is not on this site.</p> }
    const found = key.split(' ').map((name) => runs.get(name)!)
    return { found, repeats: found.map((run) => repeatsOf(every, run)) }
  }, [all, problem, key])
}
