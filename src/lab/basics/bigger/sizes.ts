import { networkOf } from '../../../architectures/built'

/** A plain network for 32×32 images: three stages of `blocks` pairs of 3×3 convolutions. */
export interface Size {
  /** Filters of the first stage; each further one doubles them. */
  readonly width: number
  /** Pairs of convolutions in each stage. */
  readonly blocks: number
}

export interface Cost extends Size {
  readonly depth: number
  readonly params: number
  readonly macs: number
}

export const widths = [4, 8, 16, 32, 64] as const
export const blocks = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** The network that all others are compared with: the paper's plain-20. */
export const base: Size = { width: 16, blocks: 3 }

const known = new Map<string, Cost>()

/** Counted from the network of this size. */
export function costOf({ width, blocks }: Size): Cost {
  const key = `${width} ${blocks}`
  const cost = known.get(key) ?? counted({ width, blocks })
  known.set(key, cost)
  return cost
}

function counted({ width, blocks }: Size): Cost {
  const { graph } = networkOf('cifar-plain20', { width, blocks: [blocks, blocks, blocks] })
  return {
    width,
    blocks,
    depth: graph.depth.weighted,
    params: graph.totals.trainable,
    macs: graph.totals.macs,
  }
}
