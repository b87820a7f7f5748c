import { useMemo } from 'react'
import type { GraphNode } from '../../nn/graph'
import type { Arithmetic, Unit } from '../../nn/unit'
import { problemOf, useSession } from '../run/session'
import { useReads, valueOf, writtenOut } from './reads'

/** How a value is made, with the value that the run gave; a sentence where it cannot be said; null while it is read. */
export type Found =
  | { readonly value: number; /** Absent for the network's input. */ readonly arithmetic?: Arithmetic }
  | string
  | null

/** Reads a layer, what it reads and its weights from the last run, and writes one value of it out. */
export function useArithmetic(node: GraphNode, unit: Unit): Found {
  const finished = useSession((state) => state.finished)
  const status = useSession((state) => state.status)
  const problem = useSession((state) => problemOf(state.run))
  const phase = useSession((state) => state.run.phase)
  const nodes = useMemo(() => [node], [node])
  const reads = useReads(finished, nodes, unit)

  const found = useMemo(() => {
    if (reads === null || typeof reads === 'string') return null
    return { value: valueOf(reads[0], unit), arithmetic: writtenOut(reads[0], unit) }
  }, [reads, unit])
  if (found) return found
  if (typeof reads === 'string') return reads
  if (status.state === 'unavailable') return status.reason
  if (phase === 'failed') return problem
  if (phase === 'offered')
    return 'The weights of this network are not here yet: run it live to see the numbers.'
  return phase === 'cancelled' ? 'The run was cancelled, so there are no numbers to show.' : null
}
