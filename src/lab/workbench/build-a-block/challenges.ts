import { graphOf } from '../../../architectures/built'
import type { Graph } from '../../../nn/graph'
import { channels, formatShape, isMap, type MapShape, volume } from '../../../nn/shape'
import { count } from '../../../ui/format'
import { graphOfBlock, mixes } from './block'
import { read } from './notation'
import type { ChallengeName } from './options'
import { isSplit, type Piece, type Series } from './pieces'

/** Something a block must be, and whether it is. */
export interface Demand {
  readonly says: string
  readonly isMet: boolean
}

/** A task with a cost to keep small. */
export interface Challenge {
  readonly title: string
  readonly task: string
  readonly input: MapShape
  readonly cost: 'trainable' | 'macs'
  /** The cheapest block that we know, as text. */
  readonly best: string
  readonly demands: (graph: Graph, series: Series) => readonly Demand[]
}

const output = (graph: Graph, wanted: MapShape): Demand => ({
  says: `gives ${formatShape(wanted)}`,
  isMet: String(graph.node(graph.outputs[0]).shape) === String(wanted),
})

const allMixed = (series: Series, from: number): Demand => ({
  says: 'every output channel reads every input channel',
  isMet: mixes(series, from),
})

const noNarrower = ({ nodes }: Graph, least: number): Demand => ({
  says: `no feature map has fewer than ${least} channels`,
  // The means that a gate works with are no maps.
  isMet: nodes.every(
    ({ shape, fits }) =>
      !fits || !isMap(shape) || volume(shape) === channels(shape) || channels(shape) >= least,
  ),
})

const sees = ({ receptiveField: [down, across] }: Graph, side: number): Demand => ({
  says: `sees at least ${side}×${side} pixels`,
  isMet: down.size >= side && across.size >= side,
})

const deep = ({ depth }: Graph, layers: number): Demand => ({
  says: `at least ${layers} layers with weights on the longest path`,
  isMet: depth.weighted >= layers,
})

function allPieces(series: Series): readonly Piece[] {
  return series.flatMap((piece) => [piece, ...(isSplit(piece) ? piece.paths.flatMap(allPieces) : [])])
}

const without = (series: Series, kinds: readonly Piece['kind'][], says: string): Demand => ({
  says,
  isMet: !allPieces(series).some(({ kind }) => kinds.includes(kind)),
})

const has = (series: Series, kind: Piece['kind'], paths: number, says: string): Demand => ({
  says,
  isMet: allPieces(series).some(
    (piece) => isSplit(piece) && piece.kind === kind && piece.paths.length >= paths,
  ),
})

export const challenges = {
  wider: {
    title: 'See 5×5 with few parameters',
    task: `A 5×5 convolution from 64 to 64 channels has ${count(5 * 5 * 64 * 64)} weights. See just as far with as few parameters as you can.`,
    input: [28, 28, 64],
    cost: 'trainable',
    best: 'conv1:32g32 conv1:32 conv3:32g32 conv3:32g32 conv1:64g32',
    demands: (graph, series) => [
      output(graph, [28, 28, 64]),
      sees(graph, 5),
      allMixed(series, 64),
      noNarrower(graph, 32),
      without(series, ['maxPool', 'avgPool'], 'has no pooling'),
    ],
  },
  shrink: {
    title: 'Halve the map, double the channels',
    task: 'The first block of a ResNet stage goes from 28×28×64 to 14×14×128. Do the same with a sum, at least three layers and as few MACs as you can.',
    input: [28, 28, 64],
    cost: 'macs',
    best: 'max2/2 conv1:64 add(conv1:64g64 | ) conv1:128g64',
    demands: (graph, series) => [
      output(graph, [14, 14, 128]),
      has(series, 'add', 2, 'has a sum'),
      deep(graph, 3),
      allMixed(series, 64),
      noNarrower(graph, 64),
    ],
  },
  views: {
    title: 'Four views side by side',
    task: `Block 3a of GoogLeNet takes ${count(graphOf('googlenet').group('inception_3a').totals.macs)} MACs to get from 28×28×192 to 28×28×256. Concatenate four paths that take fewer.`,
    input: [28, 28, 192],
    cost: 'macs',
    best: 'conv1:16 concat(conv1:64g16 | conv3:64g16 | conv3:64g16 conv3:64g64 | max3 conv1:64g16)',
    demands: (graph, series) => [
      output(graph, [28, 28, 256]),
      has(series, 'concat', 4, 'has a concatenation of four paths'),
      sees(graph, 5),
      allMixed(series, 192),
      noNarrower(graph, 16),
    ],
  },
} as const satisfies Readonly<Record<ChallengeName, Challenge>>

/** Where a block stands in a challenge. */
export interface Standing {
  readonly demands: readonly Demand[]
  readonly cost: number
  /** Of the cheapest block that we know. */
  readonly best: number
  /** Best cost over this one, 1 for as good; undefined while a demand is not met. */
  readonly score?: number
}

export function standingOf(
  { demands, cost, best, input }: Challenge,
  graph: Graph,
  series: Series,
): Standing {
  const found = graph.issues.length > 0 ? [{ says: 'fits together', isMet: false }] : demands(graph, series)
  const own = graph.totals[cost]
  const known = graphOfBlock(read(best).series, input, 1).totals[cost]
  const isSolved = found.every(({ isMet }) => isMet)
  return { demands: found, cost: own, best: known, ...(isSolved && { score: known / own }) }
}

/** How a challenge stands with a block that solves it and is not the cheapest. */
export function almostBest(challenge: Challenge): Standing {
  const { series } = read(challenge.best)
  return { ...standingOf(challenge, graphOfBlock(series, challenge.input, 1), series), score: 0.5 }
}
