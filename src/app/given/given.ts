import { create } from 'zustand'
import type { Graph } from '../../nn/graph'
import { graphHash } from '../../runtime/graphHash'
import type { GivenWeights, Supply } from '../../runtime/types'

/** Weights that the reader brought, of one file. */
export interface Given extends GivenWeights {
  /** The name of the file. */
  readonly file: string
  /** What they are for: parameters and running statistics, and what the network computes (`graphHash`). */
  readonly values: number
  readonly graph: string
  /** How many of the network's weights it has. */
  readonly matched: number
  readonly wanted: number
  /** The names of the outputs, in their order, where they are known. */
  readonly classes?: readonly string[]
  readonly supply: Supply
}

interface State {
  readonly given: Given | null
  /** Whether they run where they fit. */
  readonly isOn: boolean
  /** What the dialog is about: files that were dropped; none yet where it was asked for, null where it is closed. */
  readonly files: readonly File[] | null
}

/** Weights of the reader's own. They live as long as the page. */
export const useGiven = create<State>(() => ({ given: null, isOn: true, files: null }))

/** The reader's own weights, where they are for this graph. */
export function givenFor(graph: Graph, given = useGiven.getState().given): Given | undefined {
  if (!given || graph.issues.length > 0) return undefined
  const { trainable, params } = graph.totals
  // A hash takes milliseconds for a large network.
  return given.values === trainable + params.running && given.graph === graphHash(graph) ? given : undefined
}

/** The same, where they are chosen. */
export function chosenGiven(graph: Graph): Given | undefined {
  return useGiven.getState().isOn ? givenFor(graph) : undefined
}
