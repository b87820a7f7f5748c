import { graphOf } from '../../../architectures/built'
import type { Options } from '../../../architectures/family'
import type { Graph } from '../../../nn/graph'

/** One network of a published comparison, as a slide hands it over. */
export interface Choice {
  readonly label: string
  readonly network: string
  readonly options?: Options
  /** In percent, as the paper prints it. */
  readonly error: number
}

/** What a slide compares. */
export interface Comparison {
  /** What is chosen, for the controls. */
  readonly legend: string
  readonly choices: readonly Choice[]
  /** Paper, table and how it was measured. */
  readonly source: string
  /** Groups that are open; the last one is looked at. */
  readonly open: readonly string[]
  /** Blocks that are drawn each by itself, and not the network. */
  readonly blocks?: readonly { readonly label: string; readonly id: string }[]
}

/** What such a network costs, counted. */
export interface Counted extends Choice {
  readonly graph: Graph
  readonly params: number
  readonly macs: number
}

export function countedFor({ network, options, ...choice }: Choice): Counted {
  const graph = graphOf(network, options ?? {})
  return { ...choice, network, options, graph, params: graph.totals.trainable, macs: graph.totals.macs }
}
