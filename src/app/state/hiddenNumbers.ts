import { createContext, useContext, useMemo } from 'react'
import type { Graph } from '../../nn/graph'
import { hiddenNumbers, type HiddenNumbers } from '../../nn/hidden'

/** The nodes and groups that a question on the page hides, by name; whoever asks it provides them. */
export const HiddenContext = createContext<ReadonlySet<string>>(new Set())

/** Which numbers of a network wait for an answer now: the card of a layer and the table ask here. */
export function useHiddenNumbers(graph: Graph): HiddenNumbers {
  const names = useContext(HiddenContext)
  return useMemo(() => hiddenNumbers(graph, names), [graph, names])
}
