import { useEffect, useMemo, useState } from 'react'
import { type Maps, mapsOf } from '../../featuremaps/maps'
import type { Activation, Trace } from '../../nn/trace'

/** The maps of a node as far as they are read, or why they cannot be read. */
export function useMaps(
  trace: Trace | undefined,
  id: string | undefined,
): { readonly maps: Maps | null; readonly problem: string | null; readonly isKept: boolean } {
  const [read, setRead] = useState<Activation | string | null>(null)
  const isKept = id !== undefined && (trace?.nodes.has(id) ?? false)

  useEffect(() => {
    if (!trace || id === undefined || !isKept) return setRead(null)
    let current = true
    trace.read(id).then(
      (activation) => current && setRead(activation),
      (error: unknown) => current && setRead(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      current = false
    }
  }, [trace, id, isKept])

  const maps = useMemo(
    () => (read && typeof read !== 'string' && read.node === id ? mapsOf(read.values, read.shape) : null),
    [read, id],
  )
  return { maps, problem: typeof read === 'string' ? read : null, isKept }
}
