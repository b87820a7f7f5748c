import type { Graph } from '../../../nn/graph'

/** Four widths of a block, path by path. */
export type Widths = readonly number[]

/** A block of GoogLeNet to be filled: what is known of it, and the widths of the paper. */
export interface Puzzle {
  readonly block: string
  readonly paths: readonly string[]
  readonly widths: Widths
  readonly total: number
  /** The kernels of each path, as height, width, channels in and out; the last one makes its width. */
  readonly kernels: readonly (readonly (readonly number[])[])[]
}

/** The puzzle of an inception block, its widths read off the graph. */
export function puzzleOf(graph: Graph, block: string): Puzzle {
  const group = graph.group(`inception_${block}`)
  const paths = graph.groups.filter(({ parent, level }) => parent === group.id && level === 'path')
  const widths = paths.map(({ shape }) => shape[shape.length - 1])
  return {
    block,
    paths: paths.map(({ name }) => name),
    widths,
    total: group.shape[group.shape.length - 1],
    kernels: paths.map(({ nodes }) =>
      nodes.flatMap((id) => {
        const { kernel } = graph.node(id).weights
        return kernel ? [kernel.shape] : []
      }),
    ),
  }
}

/** The weights of a block with other widths and the paper's own 1×1 reductions; a path without channels has none. */
export function weightsOf({ kernels }: Puzzle, filled: Widths): number {
  const costs = kernels.map((path, i) =>
    filled[i] === 0
      ? 0
      : path.reduce(
          (sum, [height, width, from, to], k) =>
            sum + height * width * from * (k === path.length - 1 ? filled[i] : to),
          0,
        ),
  )
  return costs.reduce((a, b) => a + b, 0)
}

/** The ratio of widths in smallest whole numbers: 128, 192, 96, 64 is 4 : 6 : 3 : 2. */
export function ratioOf(widths: Widths): Widths {
  const divisor = widths.reduce(gcd)
  return divisor === 0 ? widths : widths.map((width) => width / divisor)
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

export type Verdict = 'solved' | 'sum' | 'more' | 'less'

/** Whether widths are those of the paper, have only their sum, or miss it. */
export function judge({ widths, total }: Puzzle, filled: Widths): Verdict {
  if (filled.every((width, i) => width === widths[i])) return 'solved'
  const sum = filled.reduce((a, b) => a + b, 0)
  return sum === total ? 'sum' : sum > total ? 'more' : 'less'
}
