import { family, choice, classes, epsilon, flag, image, integer, stages } from './family'
import { papers } from './papers'
import { withEpsilon } from './parts'
import { basicConvolutions, bottleneckConvolutions, residualBlock } from './residualBlock'
import { trunk } from './trunk'

const table6 = 'table 6 of the paper'

/** The paper's networks for 32×32 images (section 4.2): three stages of 16, 32 and 64 filters. */
const cifar = { stem: 'cifar', width: 16, input: [32, 32, 3], classes: 10 } as const

/** The depths of table 6: parameters, MACs of one image, and the test error that it gives. */
const cifarDepths = [
  [20, 269_722, 40_551_040, 0.0875],
  [32, 464_154, 68_862_592, 0.0751],
  [44, 658_586, 97_174_144, 0.0717],
  [56, 853_018, 125_485_696, 0.0697],
  [110, 1_727_962, 252_887_680, 0.0643],
] as const

/** ResNet and plain network of one depth for CIFAR-10; shortcuts of option A are free, so both cost the same. */
function cifarPair(depth: number, params: number, macs: number, testError: number) {
  const stage = (depth - 2) / 6
  const options = { ...cifar, blocks: [stage, stage, stage] }
  const source = 'counted by hand; rounded in table 6 of the paper'
  return [
    {
      id: `cifar-resnet${depth}`,
      title: `ResNet-${depth} (CIFAR)`,
      options: { ...options, shortcut: 'A' as const },
      reference: { params, macs, source },
      reported: { testError, source: table6 },
    },
    {
      id: `cifar-plain${depth}`,
      title: `plain-${depth} (CIFAR)`,
      options: { ...options, shortcut: 'none' as const },
      reference: { params, macs, source },
    },
  ]
}

/** A bottleneck leaves four times as many channels as its 3×3 has. */
const expansion = 4

export default family({
  id: 'resnet',
  title: 'ResNet',
  about: 'Blocks with a shortcut: each learns what to add to its input.',
  otherwise: ({ shortcut }) =>
    shortcut === 'none'
      ? 'The convolutions of a ResNet in a row, without shortcuts: a plain network.'
      : undefined,
  paper: papers.resnet,
  kind: 'network',
  options: {
    blocks: stages([2, 2, 2, 2]),
    block: choice(['basic', 'bottleneck'], 'basic', 'Two 3×3 convolutions, or 1×1, 3×3, 1×1.'),
    shortcut: choice(
      ['A', 'B', 'C', 'none'],
      'B',
      'A pads with zeros, B projects where the shape changes, C projects everywhere, and “none” gives the plain network.',
    ),
    'stride-on': choice(
      ['3x3', '1x1'],
      '3x3',
      'Which convolution of a bottleneck has the stride: 1x1 in the paper, 3x3 in torchvision.',
    ),
    order: choice(['post', 'pre'], 'post', 'Conv-BN-ReLU (2015) or BN-ReLU-conv (pre-activation, 2016).'),
    bn: flag(true, 'Batch normalization; without it every convolution has a bias.'),
    bias: flag(false, 'A bias in every convolution despite batch normalization, as in Keras.'),
    stem: choice(['imagenet', 'cifar'], 'imagenet', '7×7 with stride 2 and max pooling, or one 3×3.'),
    width: integer(64, 1, 512, 'Filters of the first stage; each further stage doubles them.'),
    epsilon: { ...epsilon, needs: 'bn' },
    input: image(224),
    classes: classes(1000),
  },
  body: (o) =>
    withEpsilon(
      o.epsilon,
      trunk({
        stem: o.stem,
        stemWidth: o.width,
        blocks: o.blocks,
        widthOf: (s) => o.width * 2 ** s * (o.block === 'bottleneck' ? expansion : 1),
        block: (shape, s) =>
          residualBlock(
            'block',
            shape,
            o.block === 'basic'
              ? basicConvolutions(shape)
              : bottleneckConvolutions(shape, o.width * 2 ** s, { strideOn: o['stride-on'] }),
            o,
          ),
        order: o.order,
        bn: o.bn,
        bias: o.bias,
        classes: o.classes,
      }),
    ),
  presets: [
    {
      id: 'resnet18',
      title: 'ResNet-18',
      options: { blocks: [2, 2, 2, 2], block: 'basic' },
      reference: { params: 11_689_512, macs: 1_814_073_344, source: 'torchvision weights metadata' },
    },
    {
      id: 'resnet34',
      title: 'ResNet-34',
      options: { blocks: [3, 4, 6, 3], block: 'basic' },
      reference: { params: 21_797_672, macs: 3_663_761_408, source: 'torchvision weights metadata' },
    },
    {
      id: 'resnet50',
      title: 'ResNet-50',
      options: { blocks: [3, 4, 6, 3], block: 'bottleneck' },
      reference: { params: 25_557_032, macs: 4_089_184_256, source: 'torchvision weights metadata' },
    },
    {
      id: 'resnet50-keras',
      title: 'ResNet-50 (Keras)',
      options: {
        blocks: [3, 4, 6, 3],
        block: 'bottleneck',
        'stride-on': '1x1',
        bias: true,
        epsilon: 1.001e-5,
      },
      about:
        'As Keras builds it: with a bias in every convolution, which the subsequent normalization cancels, and with the stride in the 1×1.',
      reference: {
        params: 25_583_592,
        macs: 3_857_973_248,
        source: 'Keras: 25,636,712 parameters, of which 53,120 are moving statistics and not counted here',
      },
    },
    {
      id: 'resnet101',
      title: 'ResNet-101',
      options: { blocks: [3, 4, 23, 3], block: 'bottleneck' },
      reference: { params: 44_549_160, macs: 7_801_405_440, source: 'torchvision weights metadata' },
    },
    {
      id: 'resnet152',
      title: 'ResNet-152',
      options: { blocks: [3, 8, 36, 3], block: 'bottleneck' },
      reference: { params: 60_192_808, macs: 11_513_626_624, source: 'torchvision weights metadata' },
    },
    {
      id: 'plain18',
      title: 'plain-18',
      options: { blocks: [2, 2, 2, 2], shortcut: 'none' },
      about: 'ResNet-18 without its shortcuts.',
      reference: {
        params: 11_515_688,
        macs: 1_794_805_760,
        source: 'counted by hand: ResNet with option A, whose shortcuts are free',
      },
    },
    {
      id: 'plain34',
      title: 'plain-34',
      options: { blocks: [3, 4, 6, 3], shortcut: 'none' },
      about: 'ResNet-34 without its shortcuts.',
      reference: {
        params: 21_623_848,
        macs: 3_644_493_824,
        source: 'counted by hand: ResNet with option A, whose shortcuts are free',
      },
    },
    ...cifarDepths.flatMap(([depth, params, macs, testError]) => cifarPair(depth, params, macs, testError)),
  ],
})
