import { networkOf } from '../../../architectures/built'
import { presets } from '../../../architectures/index'
import { ownDepth } from '../../../nn/totals'

/** Photographs that the networks of table 6 were trained on. */
export const trainImages = 50_000

/** ResNet-110 was trained five times: 6.43% is the best, and these are the mean and the standard deviation. */
export const spread = { depth: 110, mean: 0.0661, deviation: 0.0016 } as const

/** Blocks in each of three stages. ResNet-1202 is no preset, so that its error stands here. */
const deepest = { blocks: 200, testError: 0.0793 } as const

/** What a network costs, counted. */
export interface Counts {
  readonly depth: number
  readonly params: number
  readonly macs: number
}

/** A network of He et al. 2015b, table 6, with the test error that stands there, a share. */
export interface Point extends Counts {
  readonly testError: number
}

/** The paper's ResNets for CIFAR-10, the shallowest first. */
export function pointsOf(): readonly Point[] {
  const shown = presets.flatMap(({ id, preset }) =>
    id.startsWith('cifar-resnet') && preset.reported
      ? [{ ...countsOf(networkOf(id, {}).graph), testError: preset.reported.testError }]
      : [],
  )
  return [...shown, { ...countsWith(deepest.blocks), testError: deepest.testError }].toSorted(
    (a, b) => a.depth - b.depth,
  )
}

/**
 * The counts with so many blocks in each stage, on from two networks that are built: the blocks of a stage are alike
 * from the second on, so that each step adds the same. Building all 1202 layers for six numbers takes half a second.
 */
export function countsWith(blocks: number): Counts {
  const [from, to] = [2, 3]
  const [first, second] = [from, to].map((n) =>
    countsOf(networkOf('cifar-resnet20', { blocks: [n, n, n] }).graph),
  )
  const at = (key: keyof Counts) => first[key] + (blocks - from) * (second[key] - first[key])
  return { depth: at('depth'), params: at('params'), macs: at('macs') }
}

function countsOf(graph: ReturnType<typeof networkOf>['graph']): Counts {
  return { depth: ownDepth(graph), params: graph.totals.trainable, macs: graph.totals.macs }
}
