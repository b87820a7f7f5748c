import type { Graph } from '../../../nn/graph'

/** A part of a network that has parameters. */
export interface Brick {
  readonly id: string
  readonly params: number
}

/** The parts of a network that have parameters, in their order. */
export function bricksOf(graph: Graph): readonly Brick[] {
  return graph.groups.flatMap(({ id, parent, totals }) =>
    parent === '' && totals.trainable > 0 ? [{ id, params: totals.trainable }] : [],
  )
}

/** The parameters of the first so many parts. */
export function sumOf(bricks: readonly Brick[], count: number): number {
  return bricks.slice(0, count).reduce((sum, { params }) => sum + params, 0)
}
