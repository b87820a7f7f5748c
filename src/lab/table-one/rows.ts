import { graphOf } from '../../architectures/built'
import type { Graph } from '../../nn/graph'

/** K of the printed table; its M is a million. */
export const K = 1024
const M = 1e6

/** A row as the lecture prints it (slide S12), in units. */
interface Printed {
  readonly row: string
  /** Groups of the network that the row speaks of. */
  readonly at: readonly string[]
  readonly params: number
  readonly ops: number
}

const printed: readonly Printed[] = [
  { row: 'convolution 7×7/2', at: ['conv1'], params: 2.7 * K, ops: 34 * M },
  { row: 'convolution 3×3/1', at: ['conv2'], params: 112 * K, ops: 360 * M },
  { row: 'inception (3a)', at: ['inception_3a'], params: 159 * K, ops: 128 * M },
  { row: 'inception (3b)', at: ['inception_3b'], params: 380 * K, ops: 304 * M },
  { row: 'inception (4a)', at: ['inception_4a'], params: 364 * K, ops: 73 * M },
  { row: 'inception (4b)', at: ['inception_4b'], params: 437 * K, ops: 88 * M },
  { row: 'inception (4c)', at: ['inception_4c'], params: 463 * K, ops: 100 * M },
  { row: 'inception (4d)', at: ['inception_4d'], params: 580 * K, ops: 119 * M },
  { row: 'inception (4e)', at: ['inception_4e'], params: 840 * K, ops: 170 * M },
  { row: 'inception (5a)', at: ['inception_5a'], params: 1072 * K, ops: 54 * M },
  { row: 'inception (5b)', at: ['inception_5b'], params: 1388 * K, ops: 71 * M },
  { row: 'linear', at: ['fc'], params: 1000 * K, ops: 1 * M },
]

/** A row with what counting gives: weights, because the table leaves biases out. */
export interface Row extends Printed {
  readonly weights: number
  readonly macs: number
  /** Height times width of the output. */
  readonly positions: number
  /** Positions that the printed numbers imply: every weight is used once at each. */
  readonly implied: number
  /** The convolutions of the row: `1·1·192·64 + …`. */
  readonly formula: string
}

export function rowsOf(graph: Graph = graphOf('googlenet')): readonly Row[] {
  return printed.map((row) => {
    const nodes = row.at.flatMap((id) => graph.group(id).nodes.map((node) => graph.node(node)))
    const weighted = nodes.filter((node) => node.weights.kernel)
    const { shape } = graph.group(row.at[0])
    return {
      ...row,
      weights: weighted.reduce((sum, { params }) => sum + params.weights, 0),
      macs: nodes.reduce((sum, node) => sum + node.macs, 0),
      positions: shape.length === 3 ? shape[0] * shape[1] : 1,
      implied: row.ops / row.params,
      formula: weighted.map(({ weights }) => weights.kernel.shape.join('·')).join(' + '),
    }
  })
}

/** How far a printed number is off, as a share of the counted one. */
export function off(said: number, counted: number): number {
  return said / counted - 1
}

/** A row is inconsistent with itself when its two numbers imply other positions than its map has, by more than this. */
export const tolerance = 0.05

export function isInconsistent({ implied, positions }: Row): boolean {
  return Math.abs(implied / positions - 1) > tolerance
}
