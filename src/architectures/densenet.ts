import { relu } from '../nn/ops/activation'
import { conv, type ConvAttrs } from '../nn/ops/conv'
import { batchNorm } from '../nn/ops/normalization'
import { globalAvgPool } from '../nn/ops/pooling'
import { seq, stage, type Spec } from '../nn/spec'
import { denseLayers } from './denseBlock'
import { choice, classes, epsilon, family, flag, image, integer } from './family'
import { papers } from './papers'
import { classifier, convNormRelu, imagenetStem, stemPool, withEpsilon } from './parts'
import { compress, transition } from './transition'

/** The paper's networks for 32×32 images: three blocks, growth rate 12. */
const cifar = { stem: 'cifar', growth: 12, input: [32, 32, 3], classes: 10 } as const

interface Config {
  readonly blocks: readonly number[]
  readonly growth: number
  readonly compression: number
  readonly bottleneck: boolean
  readonly stem: 'imagenet' | 'cifar'
  readonly 'stem-width': number
  readonly classes: number
}

function densenet(o: Config): Spec {
  const width = o['stem-width']
  const first: ConvAttrs = { filters: width, kernel: 3, pad: 1 }
  const stem: readonly Spec[] =
    o.stem === 'imagenet'
      ? [stage('conv0', convNormRelu(imagenetStem(width))), stemPool('pool0')]
      : [stage('conv0', conv(first))]
  let channels = width
  const stages = o.blocks.flatMap((layers, b) => {
    const dense = stage(`denseblock${b + 1}`, denseLayers(layers, o))
    channels += layers * o.growth
    if (b === o.blocks.length - 1) return [dense]
    channels = compress(channels, o.compression)
    return [dense, transition(`transition${b + 1}`, channels)]
  })
  return seq(
    ...stem,
    ...stages,
    stage('avgpool', batchNorm(), relu(), globalAvgPool()),
    stage('fc', classifier(o.classes)),
  )
}

export default family({
  id: 'densenet',
  title: 'DenseNet',
  about: 'Every layer reads all earlier layers of its block and adds k channels of its own.',
  paper: papers.densenet,
  kind: 'network',
  options: {
    blocks: {
      kind: 'list',
      default: [6, 12, 24, 16],
      min: 1,
      max: 128,
      length: [1, 6],
      about: 'Layers in each dense block.',
    },
    growth: integer(32, 1, 128, 'Growth rate k: channels that each layer adds.'),
    compression: {
      kind: 'number',
      default: 0.5,
      min: 0.05,
      max: 1,
      about: 'θ: the share of channels that a transition keeps.',
    },
    bottleneck: flag(true, 'A 1×1 convolution to 4k channels before each 3×3.'),
    stem: choice(['imagenet', 'cifar'], 'imagenet', '7×7 stride 2 and a max pool, or one 3×3.'),
    'stem-width': integer(64, 1, 512, 'Channels that enter the first block.'),
    epsilon,
    input: image(224),
    classes: classes(1000),
  },
  body: (o) => withEpsilon(o.epsilon, densenet(o)),
  presets: [
    {
      id: 'densenet121',
      title: 'DenseNet-121',
      options: { blocks: [6, 12, 24, 16] },
      reference: { params: 7_978_856, macs: 2_834_161_664, source: 'torchvision weights metadata' },
    },
    {
      id: 'densenet161',
      title: 'DenseNet-161',
      options: { blocks: [6, 12, 36, 24], growth: 48, 'stem-width': 96 },
      reference: { params: 28_681_000, macs: 7_727_907_072, source: 'torchvision weights metadata' },
    },
    {
      id: 'densenet169',
      title: 'DenseNet-169',
      options: { blocks: [6, 12, 32, 32] },
      reference: { params: 14_149_480, macs: 3_359_843_328, source: 'torchvision weights metadata' },
    },
    {
      id: 'densenet201',
      title: 'DenseNet-201',
      options: { blocks: [6, 12, 48, 32] },
      reference: { params: 20_013_928, macs: 4_291_365_888, source: 'torchvision weights metadata' },
    },
    {
      id: 'densenet264',
      title: 'DenseNet-264',
      options: { blocks: [6, 12, 64, 48] },
      about: 'Its name says 264, but the rule that yields 121, 169 and 201 yields 265.',
      reference: {
        params: 33_337_704,
        macs: 5_751_653_376,
        source: 'counted by hand from table 1 of the paper',
      },
    },
    {
      id: 'cifar-densenet22-k12',
      title: 'DenseNet-22, k = 12 (CIFAR)',
      options: { ...cifar, blocks: [6, 6, 6], compression: 1, bottleneck: false, 'stem-width': 16 },
      about:
        'Not from a paper: about half as deep as DenseNet-40, with about the same number of parameters as ResNet-20.',
      reference: { params: 270_706, macs: 72_906_000, source: 'counted by hand: 12 more channels per layer' },
    },
    {
      id: 'cifar-densenet40-k12',
      title: 'DenseNet-40, k = 12 (CIFAR)',
      options: { ...cifar, blocks: [12, 12, 12], compression: 1, bottleneck: false, 'stem-width': 16 },
      reference: {
        params: 1_019_722,
        macs: 264_812_928,
        source: 'Huang et al. 2016, table 2, where it is rounded; counted by hand',
      },
    },
    {
      id: 'cifar-densenet100-k12',
      title: 'DenseNet-100, k = 12 (CIFAR)',
      options: { ...cifar, blocks: [32, 32, 32], compression: 1, bottleneck: false, 'stem-width': 16 },
      reference: {
        params: 6_979_642,
        macs: 1_769_516_448,
        source: 'Huang et al. 2016, table 2, where it is rounded; counted by hand',
      },
    },
    {
      id: 'cifar-densenet-bc100-k12',
      title: 'DenseNet-BC-100, k = 12 (CIFAR)',
      options: { ...cifar, blocks: [16, 16, 16], 'stem-width': 24 },
      reference: {
        params: 769_162,
        macs: 287_929_692,
        source: 'Huang et al. 2016, table 2, where it is rounded; counted by hand',
      },
    },
  ],
})
