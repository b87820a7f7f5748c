import { useEffect, useMemo, useState } from 'react'
import type * as virtual from 'virtual:runs'
import type { History } from './history'
import { repeatsOf } from './repeats'

type Recorded = typeof virtual

/** Everything that was recorded for this site, fetched once; a sentence where it did not come. */
export function useRecorded(): { readonly all?: Recorded; readonly problem?: string } {
  const [state, setState] = useState<{ readonly all?: Recorded; readonly problem?: string }>({})
  useEffect(() => {
    let isLeft = false
    import('virtual:runs').then(
      (all) => !isLeft && setState({ all }),
      () =>
        !isLeft &&
        setState({
          problem: 'The recorded runs could not be fetched. Load the page again to try once more.',
        }),
    )
    return () => {
      isLeft = true
    }
  }, [])
  return state
}

/** Recorded runs by name, and their repeats from other seeds; a sentence instead where one is not on this site. */
export function useRuns(names: readonly string[]): {
  readonly found?: readonly History[]
  /** For every run the same training from other seeds, where there are any. */
  readonly repeats?: readonly (readonly History[])[]
  readonly problem?: string
} {
  const { all, problem } = useRecorded()
  const key = names.join(' ')
  return useMemo(() => {
    if (!all) return { problem }
    const runs = new Map(all.runs.map((history) => [history.run.name, history]))
    const missing = key.split(' ').find((name) => !runs.has(name))
    if (missing) return { problem: `The recorded run ${missing} is not on this site.` }
    const found = key.split(' ').map((name) => runs.get(name)!)
    return { found, repeats: found.map((run) => repeatsOf(all.runs, run)) }
  }, [all, problem, key])
}
