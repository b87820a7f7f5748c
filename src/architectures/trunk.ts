import { relu } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { batchNorm } from '../nn/ops/normalization'
import { globalAvgPool } from '../nn/ops/pooling'
import { repeat, seq, stage, type Spec } from '../nn/spec'
import type { BlockShape, Order } from './residualBlock'
import { classifier, convNormRelu, imagenetStem, stemPool } from './parts'

export interface Trunk {
  readonly stem: 'imagenet' | 'cifar'
  readonly stemWidth: number
  /** Blocks in each stage; every stage after the first halves height and width. */
  readonly blocks: readonly number[]
  /** Channels that leave the blocks of a stage. */
  readonly widthOf: (stage: number) => number
  readonly block: (shape: BlockShape, stage: number) => Spec
  readonly order: Order
  readonly classes: number
}

/** Stem, stages of equal blocks, global average pool, classifier: the frame that ResNet and ResNeXt share. */
export function trunk(t: Trunk): Spec {
  const norm = t.order === 'post' ? [batchNorm(), relu()] : []
  const stem: readonly Spec[] =
    t.stem === 'imagenet'
      ? [stage('conv1', convNormRelu(imagenetStem(t.stemWidth))), stemPool('maxpool')]
      : [stage('conv1', conv({ filters: t.stemWidth, kernel: 3, pad: 1 }), ...norm)]
  const stages = t.blocks.map((count, s) => {
    const to = t.widthOf(s)
    const name = t.stem === 'imagenet' ? `conv${s + 2}_x` : `stage${s + 1}`
    return stage(
      name,
      repeat(count, (i) => {
        const from = i > 0 ? to : s === 0 ? t.stemWidth : t.widthOf(s - 1)
        return t.block({ from, to, stride: i === 0 && s > 0 ? 2 : 1 }, s)
      }),
    )
  })
  const pool =
    t.order === 'post' ? globalAvgPool({}, 'avgpool') : stage('avgpool', batchNorm(), relu(), globalAvgPool())
  return seq(...stem, ...stages, pool, stage('fc', classifier(t.classes)))
}
