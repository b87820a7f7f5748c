import { dropout } from '../nn/ops/activation'
import { avgPool, globalAvgPool, maxPool } from '../nn/ops/pooling'
import { block, branch, identity, path, seq, side, stage, type Spec } from '../nn/spec'
import type { Pair } from '../nn/window'
import { classes, family, flag, image } from './family'
import { papers } from './papers'
import { classifier, convNormRelu, withEpsilon } from './parts'

/** A convolution that keeps height and width. */
function same(filters: number, kernel: Pair): Spec {
  const [rows, columns] = typeof kernel === 'number' ? [kernel, kernel] : kernel
  const [vertical, horizontal] = [(rows - 1) / 2, (columns - 1) / 2]
  return convNormRelu({
    filters,
    kernel,
    pad: rows === columns ? vertical : [vertical, horizontal, vertical, horizontal],
  })
}

const halved = (filters: number) => convNormRelu({ filters, kernel: 3, stride: 2 })
const pool = (name?: string) => maxPool({ kernel: 3, stride: 2 }, name)
/** Zeros at the rim count into the mean, as in torchvision. */
const averaged = (filters: number) =>
  path('branch_pool', avgPool({ kernel: 3, pad: 1, countPad: true }), same(filters, 1))

const wide = [1, 7] as const
const tall = [7, 1] as const

/** Two 3×3 in place of a 5×5 (figure 5). */
const blockA = (pooled: number) => [
  path('branch1x1', same(64, 1)),
  path('branch5x5', same(48, 1), same(64, 5)),
  path('branch3x3dbl', same(64, 1), same(96, 3), same(96, 3)),
  averaged(pooled),
]

/** From 35×35 to 17×17: convolution and pooling halve side by side (figure 10). */
const blockB = () => [
  path('branch3x3', halved(384)),
  path('branch3x3dbl', same(64, 1), same(96, 3), halved(96)),
  path('branch_pool', pool()),
]

/** A 7×7 as 1×7 and 7×1 (figure 6). */
const blockC = (narrow: number) => [
  path('branch1x1', same(192, 1)),
  path('branch7x7', same(narrow, 1), same(narrow, wide), same(192, tall)),
  path('branch7x7dbl', same(narrow, 1), ...[tall, wide, tall].map((k) => same(narrow, k)), same(192, wide)),
  averaged(192),
]

/** From 17×17 to 8×8. */
const blockD = () => [
  path('branch3x3', same(192, 1), halved(320)),
  path('branch7x7x3', same(192, 1), same(192, wide), same(192, tall), halved(192)),
  path('branch_pool', pool()),
]

/** 1×3 and 3×1 beside each other, for many channels on few positions (figure 7). */
const fork = () => branch('concat', path('a', same(384, [1, 3])), path('b', same(384, [3, 1])))
const blockE = () => [
  path('branch1x1', same(320, 1)),
  path('branch3x3', same(384, 1), fork()),
  path('branch3x3dbl', same(448, 1), same(384, 3), fork()),
  averaged(192),
]

const mixed = (name: string, paths: readonly Spec[]) => block(`mixed_${name}`, branch('concat', ...paths))

/** The classifier of figure 8, used while training only. */
const auxiliary = (count: number) =>
  side(
    stage(
      'aux',
      avgPool({ kernel: 5, stride: 3 }),
      same(128, 1),
      convNormRelu({ filters: 768, kernel: 5 }),
      globalAvgPool(),
      classifier(count),
    ),
  )

export default family({
  id: 'inceptionv3',
  title: 'Inception-v3',
  about:
    'Large kernels are factorized: 5×5 into two 3×3, 7×7 into 1×7 and 7×1, with batch normalization throughout.',
  paper: papers.inceptionv3,
  kind: 'network',
  options: {
    aux: flag(false, 'The auxiliary classifier, used only in training.'),
    input: image(299),
    classes: classes(1000),
  },
  body: (o) =>
    withEpsilon(
      1e-3,
      seq(
        stage('conv_1a', halved(32)),
        stage('conv_2a', convNormRelu({ filters: 32, kernel: 3 })),
        stage('conv_2b', same(64, 3)),
        pool('pool1'),
        stage('conv_3b', same(80, 1)),
        stage('conv_4a', convNormRelu({ filters: 192, kernel: 3 })),
        pool('pool2'),
        mixed('5b', blockA(32)),
        mixed('5c', blockA(64)),
        mixed('5d', blockA(64)),
        mixed('6a', blockB()),
        mixed('6b', blockC(128)),
        mixed('6c', blockC(160)),
        mixed('6d', blockC(160)),
        mixed('6e', blockC(192)),
        o.aux ? auxiliary(o.classes) : identity,
        mixed('7a', blockD()),
        mixed('7b', blockE()),
        mixed('7c', blockE()),
        globalAvgPool({}, 'avgpool'),
        stage('fc', dropout(), classifier(o.classes)),
      ),
    ),
  presets: [
    {
      id: 'inception-v3',
      title: 'Inception-v3',
      options: {},
      reference: {
        params: 23_834_568,
        macs: 5_713_216_096,
        source: 'torchvision’s model without its auxiliary classifier; MACs counted with hooks on it',
      },
    },
  ],
})
