import { create } from 'zustand'
import type { Graph } from '../../nn/graph'
import { graphHash } from '../../runtime/graphHash'
import type { Preprocessing } from '../../import/preprocessing'
import type { GivenWeights, Supply } from '../../runtime/types'
import { useStore } from '../state/store'

/** Weights that the reader brought, of one file. */
export interface Given extends GivenWeights {
  /** The name of the file. */
  readonly file: string
  /** The network that the file was opened as; its weights come first there. */
  readonly network: string
  /** What they are for: parameters and running statistics, and what the network computes (`graphHash`). */
  readonly values: number
  readonly graph: string
  /** How many of the network's weights it has. */
  readonly matched: number
  readonly wanted: number
  /** How an image was prepared, for who opens it again. */
  readonly preprocessing: Preprocessing
  /** The names of the outputs, in their order, where they are known. */
  readonly classes?: readonly string[]
  readonly supply: Supply
  /** The files themselves, to be opened or kept. */
  readonly files: readonly File[]
}

interface State {
  /** The last one comes first. */
  readonly all: readonly Given[]
  /** Whether they run where they fit. */
  readonly isOn: boolean
  /** What the dialog is about: files that were dropped; none yet where it was asked for, null where it is closed. */
  readonly files: readonly File[] | null
  /** Files that lack another one, which may come alone. */
  readonly waiting: readonly File[]
  /** What is wrong with the values of weights, by the `id` of what was given: known when they have been read. */
  readonly faults: Readonly<Record<string, string>>
}

/** Weights of the reader's own. They live as long as the page. */
export const useGiven = create<State>(() => ({ all: [], isOn: true, files: null, waiting: [], faults: {} }))

/**
 * The reader's own weights, where they are for this graph: those of its own file, or the last that were brought for a
 * network that computes the same. A network that stands beside the one of the file keeps weights of its own.
 */
export function givenFor(graph: Graph, all = useGiven.getState().all): Given | undefined {
  if (all.length === 0 || graph.issues.length > 0) return undefined
  const { trainable, params } = graph.totals
  // A hash takes milliseconds for a large network.
  const fitting = all.filter(
    ({ values, graph: hash }) => values === trainable + params.running && hash === graphHash(graph),
  )
  const { network, beside } = useStore.getState()
  return (
    fitting.find((given) => given.network === graph.architecture.id) ??
    fitting.find((given) => given.network !== network && given.network !== beside)
  )
}

/** The same, where they are chosen. */
export function chosenGiven(graph: Graph): Given | undefined {
  return useGiven.getState().isOn ? givenFor(graph) : undefined
}
