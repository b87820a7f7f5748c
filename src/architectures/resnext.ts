import { choice, classes, family, image, integer, stages } from './family'
import { papers } from './papers'
import { bottleneckConvolutions, residualBlock } from './residualBlock'
import { trunk } from './trunk'

export default family({
  id: 'resnext',
  title: 'ResNeXt',
  about:
    'Bottleneck blocks whose 3×3 convolution has many groups: cardinality as a third dimension besides depth and width.',
  paper: papers.resnext,
  kind: 'network',
  options: {
    blocks: stages([3, 4, 6, 3]),
    cardinality: integer(32, 1, 128, 'Groups of the 3×3 convolution.'),
    'group-width': integer(
      4,
      1,
      512,
      'Channels of one group in the first stage; each further stage doubles them.',
    ),
    width: integer(256, 1, 2048, 'Channels that leave the first stage; each further one doubles them.'),
    shortcut: choice(
      ['A', 'B', 'C', 'none'],
      'B',
      'A pads with zeros, B projects where the shape changes, C projects everywhere, and “none” leaves shortcuts out.',
    ),
    stem: choice(['imagenet', 'cifar'], 'imagenet', '7×7 stride 2 and a max pool, or one 3×3.'),
    'stem-width': integer(64, 1, 512, 'Filters of the first convolution.'),
    input: image(224),
    classes: classes(1000),
  },
  body: (o) =>
    trunk({
      stem: o.stem,
      stemWidth: o['stem-width'],
      blocks: o.blocks,
      widthOf: (s) => o.width * 2 ** s,
      block: (shape, s) =>
        residualBlock(
          'block',
          shape,
          bottleneckConvolutions(shape, o.cardinality * o['group-width'] * 2 ** s, { groups: o.cardinality }),
          { shortcut: o.shortcut, order: 'post' },
        ),
      order: 'post',
      classes: o.classes,
    }),
  presets: [
    {
      id: 'resnext50-32x4d',
      title: 'ResNeXt-50 32×4d',
      options: { blocks: [3, 4, 6, 3], cardinality: 32, 'group-width': 4 },
      reference: { params: 25_028_904, macs: 4_230_479_872, source: 'torchvision weights metadata' },
    },
    {
      id: 'resnext26-32x4d',
      title: 'ResNeXt-26 32×4d',
      options: { blocks: [2, 2, 2, 2], cardinality: 32, 'group-width': 4 },
      about: 'Not from the paper, but with its block: two in each stage, as in ResNet-18.',
      reference: { params: 15_389_480, macs: 2_470_707_200, source: 'counted by hand, block by block' },
    },
    {
      id: 'resnext101-32x4d',
      title: 'ResNeXt-101 32×4d',
      options: { blocks: [3, 4, 23, 3], cardinality: 32, 'group-width': 4 },
      reference: {
        params: 44_177_704,
        macs: 7_969_996_800,
        source: 'counted by hand from table 1 of the paper',
      },
    },
    {
      id: 'resnext101-32x8d',
      title: 'ResNeXt-101 32×8d',
      options: { blocks: [3, 4, 23, 3], cardinality: 32, 'group-width': 8 },
      reference: { params: 88_791_336, macs: 16_414_015_488, source: 'torchvision weights metadata' },
    },
    {
      id: 'resnext101-64x4d',
      title: 'ResNeXt-101 64×4d',
      options: { blocks: [3, 4, 23, 3], cardinality: 64, 'group-width': 4 },
      reference: { params: 83_455_272, macs: 15_460_270_080, source: 'torchvision weights metadata' },
    },
    {
      id: 'cifar-resnext29-8x64d',
      title: 'ResNeXt-29 8×64d (CIFAR)',
      options: {
        blocks: [3, 3, 3],
        cardinality: 8,
        'group-width': 64,
        stem: 'cifar',
        input: [32, 32, 3],
        classes: 10,
      },
      reference: {
        params: 34_426_698,
        macs: 5_387_266_048,
        source: 'Xie et al. 2016, section 5.3, where it is rounded; counted by hand',
      },
    },
    {
      id: 'cifar-resnext29-8x3d',
      title: 'ResNeXt-29 8×3d (CIFAR)',
      options: {
        blocks: [3, 3, 3],
        cardinality: 8,
        'group-width': 3,
        width: 64,
        stem: 'cifar',
        'stem-width': 16,
        input: [32, 32, 3],
        classes: 10,
      },
      about:
        'Not from a paper: the 29 layers of section 5.3, with about the same number of parameters as ResNet-20.',
      reference: { params: 268_466, macs: 41_937_408, source: 'counted by hand, block by block' },
    },
  ],
})
