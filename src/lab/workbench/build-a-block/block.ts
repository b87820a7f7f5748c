import { denseLayers } from '../../../architectures/denseBlock'
import { squeezeExcitation } from '../../../architectures/seresnet'
import { build } from '../../../nn/build'
import type { Graph } from '../../../nn/graph'
import { relu } from '../../../nn/ops/activation'
import { conv } from '../../../nn/ops/conv'
import { batchNorm } from '../../../nn/ops/normalization'
import { avgPool, maxPool } from '../../../nn/ops/pooling'
import type { MapShape } from '../../../nn/shape'
import { block, branch, repeat, seq, type Spec } from '../../../nn/spec'
import { isSplit, type Piece, type Series } from './pieces'

/** Channels that leave a series. */
export const leaving = (series: Series, from: number): number => series.reduce(leavingPiece, from)

function leavingPiece(from: number, piece: Piece): number {
  if (isSplit(piece)) {
    const ends = piece.paths.map((path) => leaving(path, from))
    return piece.kind === 'add' ? ends[0] : ends.reduce((sum, end) => sum + end, 0)
  }
  if (piece.kind === 'conv') return piece.values.filters
  return piece.kind === 'dense' ? from + piece.values.growth : from
}

/** A block as a part of networks. */
export function specOf(series: Series, from: number): Spec {
  let channels = from
  return seq(
    ...series.map((piece) => {
      const spec = specOfPiece(piece, channels)
      channels = leavingPiece(channels, piece)
      return spec
    }),
  )
}

function specOfPiece(piece: Piece, from: number): Spec {
  if (isSplit(piece)) return branch(piece.kind, ...piece.paths.map((path) => specOf(path, from)))
  const { kernel, filters, stride, groups, growth, reduction } = piece.values
  const pad = Math.floor((kernel - 1) / 2)
  switch (piece.kind) {
    case 'conv':
      return conv({ filters, kernel, stride, groups, pad })
    case 'batchNorm':
      return batchNorm()
    case 'relu':
      return relu()
    case 'maxPool':
      return maxPool({ kernel, stride, pad })
    case 'avgPool':
      return avgPool({ kernel, stride, pad })
    case 'dense':
      return denseLayers(1, { growth, bottleneck: true })
    case 'gate':
      return squeezeExcitation(from, reduction)
  }
}

/** The block as a network of its own, so many times one after the other. */
export function graphOfBlock(series: Series, input: MapShape, times: number): Graph {
  let channels = input[2]
  const body =
    times === 1
      ? specOf(series, channels)
      : repeat(times, () => {
          const spec = block('block', specOf(series, channels))
          channels = leaving(series, channels)
          return spec
        })
  return build({ id: 'own-block', title: 'Your block', input, body })
}

/** For every channel that leaves, which channels that enter can change it; a gate weighs channels and passes none on. */
export function reads(series: Series, from: number): readonly bigint[] {
  return series.reduce<readonly bigint[]>(
    readsPiece,
    Array.from({ length: from }, (_, i) => 1n << BigInt(i)),
  )
}

function readsPiece(entering: readonly bigint[], piece: Piece): readonly bigint[] {
  const union = (sets: readonly bigint[]) => sets.reduce((all, set) => all | set, 0n)
  if (isSplit(piece)) {
    const ends = piece.paths.map((path) => path.reduce(readsPiece, entering))
    if (piece.kind === 'concat') return ends.flat()
    return ends[0].map((set, i) => union([set, ...ends.slice(1).map((end) => end[i] ?? 0n)]))
  }
  const { filters, groups, growth } = piece.values
  if (piece.kind === 'dense') return [...entering, ...Array.from({ length: growth }, () => union(entering))]
  if (piece.kind !== 'conv') return entering
  const [per, out] = [entering.length / groups, filters / groups]
  const sets = Array.from({ length: groups }, (_, g) =>
    union(entering.slice(Math.floor(g * per), Math.ceil((g + 1) * per))),
  )
  return Array.from({ length: filters }, (_, i) => sets[Math.min(groups - 1, Math.floor(i / out))])
}

/** Whether every channel that leaves reads every channel that enters. */
export function mixes(series: Series, from: number): boolean {
  const all = (1n << BigInt(from)) - 1n
  return reads(series, from).every((set) => set === all)
}
