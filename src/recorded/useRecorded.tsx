import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type * as virtual from 'virtual:runs'
import { askAgain } from '../ui/askAgain'
import { later } from '../ui/later'
import { Problem } from '../ui/Problem'

type Recorded = typeof virtual

const load = later(() => import('virtual:runs'))

/** Everything that was recorded for this site, fetched once; where it did not come, a sentence that can ask again. */
export function useRecorded(): { readonly all?: Recorded; readonly problem?: ReactNode } {
  const [all, setAll] = useState<Recorded>()
  const [hasFailed, setFailed] = useState(false)
  const [tries, setTries] = useState(1)
  const isFirst = tries === 1
  useEffect(() => {
    let isLeft = false
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
