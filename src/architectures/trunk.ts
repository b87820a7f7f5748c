import { relu } from '../nn/ops/activation'
import type { ConvAttrs } from '../nn/ops/conv'
import { batchNorm } from '../nn/ops/normalization'
import { globalAvgPool } from '../nn/ops/pooling'
import { repeat, seq, stage, type Spec } from '../nn/spec'
import { alone, type BlockShape, type Manner, normalized } from './residualBlock'
import { classifier, imagenetStem, stemPool } from './parts'

interface Trunk extends Manner {
  readonly stem: 'imagenet' | 'cifar'
  readonly stemWidth: number
  /** Blocks in each stage; every stage after the first halves height and width. */
  readonly blocks: readonly number[]
  /** Channels that leave the blocks of a stage. */
  readonly widthOf: (stage: number) => number
  readonly block: (shape: BlockShape, stage: number) => Spec
  readonly classes: number
}

/** Stem, stages of equal blocks, global average pool, classifier: the frame that ResNet and ResNeXt share. */
export function trunk(t: Trunk): Spec {
  const { bn = true } = t
  const first: ConvAttrs = { filters: t.stemWidth, kernel: 3, pad: 1 }
  const stem: readonly Spec[] =
    t.stem === 'imagenet'
      ? [
          stage('conv1', ...normalized(imagenetStem(t.stemWidth), { ...t, order: 'post' }), relu()),
          stemPool('maxpool'),
        ]
      : t.order === 'post'
        ? [stage('conv1', ...normalized(first, t), relu())]
        : [stage('conv1', alone(first, t))]
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
    t.order === 'post'
      ? globalAvgPool({}, 'avgpool')
      : stage('avgpool', ...(bn ? [batchNorm()] : []), relu(), globalAvgPool())
  return seq(...stem, ...stages, pool, stage('fc', classifier(t.classes)))
}
