import { create } from 'zustand'
import { computable } from '../../nn/computable'
import type { Graph, NodeId } from '../../nn/graph'
import { computeTheSame } from '../../nn/wiring'
import type { Preprocessing } from '../../import/preprocessing'
import type { GivenWeights, Supply } from '../../runtime/types'
import { useStore } from '../state/store'

/** Weights that the reader brought, of one file. */
export interface Given extends GivenWeights {
  /** The name of the file. */
  readonly file: string
  /** The network that the file was opened as; its weights come first there. */
  readonly network: string
  /** How many they are for: parameters and running statistics. */
  readonly values: number
  /** The network as the file has it. */
  readonly of: Graph
  /** How many of the network's weights it has. */
  readonly matched: number
  readonly wanted: number
  /** How an image was prepared, for who opens it again. */
  readonly preprocessing: Preprocessing
  /** That is what its kind of file asks for: nobody chose another one. */
  readonly isUsual: boolean
  /** The names of the outputs, in their order, where they are known. */
  readonly classes?: readonly string[]
  /** What the file calls the first weight of a node. */
  readonly tensorOf: (node: NodeId) => string | undefined
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
 * The reader's own weights, where they are for this graph: those of its own file, also where the network was changed
 * since (`freshIn` says what is new then), or the last that were brought for a network that computes the same. A network
 * that stands beside the one of the file keeps weights of its own.
 */
export function givenFor(graph: Graph, all = useGiven.getState().all): Given | undefined {
  if (all.length === 0) return undefined
  const { trainable, params } = graph.totals
  const fitting = all.filter(
    ({ values, of }) => values === trainable + params.running && computeTheSame(of, graph),
  )
  const { network, beside } = useStore.getState()
  return (
    fitting.find((given) => given.network === graph.architecture.id) ??
    fitting.find((given) => given.network !== network && given.network !== beside) ??
    all.find((given) => given.network === graph.architecture.id && keeps(graph, given))
  )
}

/** Layers of a changed network whose weights the file has not, with what of them is drawn at random. */
export function freshIn(
  graph: Graph,
  { of }: Pick<Given, 'of'>,
): readonly { readonly node: NodeId; readonly weights: readonly string[] }[] {
  if (graph === of) return []
  const own = computable(graph)
  return graph.nodes.flatMap(({ id, weights }) => {
    if (!own.has(id)) return []
    const there = of.has(id) === 'node' ? of.node(id).weights : {}
    const fresh = Object.keys(weights).filter(
      (name) => there[name]?.shape.join() !== weights[name].shape.join(),
    )
    return fresh.length > 0 ? [{ node: id, weights: fresh }] : []
  })
}

/** Whether a weight of the file is left in a changed network. */
function keeps(graph: Graph, given: Given): boolean {
  const fresh = new Set(freshIn(graph, given).map(({ node }) => node))
  return graph.nodes.some(({ id, weights }) => Object.keys(weights).length > 0 && !fresh.has(id))
}

/** The same, where they are chosen. */
export function chosenGiven(graph: Graph): Given | undefined {
  return useGiven.getState().isOn ? givenFor(graph) : undefined
}
