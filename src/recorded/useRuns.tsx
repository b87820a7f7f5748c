import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type * as virtual from 'virtual:runs'
import { askAgain } from '../ui/askAgain'
import { Problem } from '../ui/Problem'
import type { History } from './history'
import { repeatsOf } from './repeats'

type Recorded = typeof virtual

/** Everything that was recorded for this site, fetched once; where it did not come, a sentence that can ask again. */
export function useRecorded(): { readonly all?: Recorded; readonly problem?: ReactNode } {
  const [all, setAll] = useState<Recorded>()
  const [hasFailed, setFailed] = useState(false)
  const [tries, setTries] = useState(1)
  const isFirst = tries === 1
  useEffect(() => {
    let isLeft = false
    const load = () => import('virtual:runs')
    ;(isFirst ? load() : askAgain(load)).then(
      (come) => !isLeft && setAll(come),
      () => !isLeft && setFailed(true),
    )
    return () => {
      isLeft = true
    }
  }, [tries, isFirst])
  const retry = useCallback(() => {
    setFailed(false)
    setTries((before) => before + 1)
  }, [])
  useEffect(() => {
    if (!hasFailed) return
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [hasFailed, retry])
  if (!hasFailed) return { all }
  const problem = (
    <Problem onRetry={retry}>The recorded runs could not be loaded; is the site still reachable?</Problem>
  )
  return { problem }
}

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
