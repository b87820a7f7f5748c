import { relu } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { lrn } from '../nn/ops/normalization'
import { maxPool } from '../nn/ops/pooling'
import { flatten } from '../nn/ops/reshape'
import type { MapShape } from '../nn/shape'
import { identity, seq, stage, type Spec } from '../nn/spec'
import { choice, classes, family, image } from './family'
import { papers } from './papers'
import { classifier, convRelu, hiddenDense, hiddenDenseDroppingInputs, pooledTo } from './parts'

interface Widths {
  readonly filters: readonly [number, number, number, number, number]
  readonly pad: number
  readonly norm: boolean
  /** Whether the maps are pooled to 6×6 before the fully connected layers, whatever the image. */
  readonly adaptive: boolean
  /** A hidden fully connected layer. */
  readonly hidden: (units: number) => Spec
}

const widths: Readonly<Record<'2012' | 'torchvision', Widths>> = {
  '2012': { filters: [96, 256, 384, 384, 256], pad: 0, norm: true, adaptive: false, hidden: hiddenDense },
  torchvision: {
    filters: [64, 192, 384, 256, 256],
    pad: 2,
    norm: false,
    adaptive: true,
    hidden: hiddenDenseDroppingInputs,
  },
}

function alexnet(version: Widths, groups: number, input: MapShape, classes: number): Spec {
  const [f1, f2, f3, f4, f5] = version.filters
  const norm = version.norm ? lrn() : identity
  const pool = (name: string) => maxPool({ kernel: 3, stride: 2 }, name)
  const convolutions = seq(
    stage('conv1', conv({ filters: f1, kernel: 11, stride: 4, pad: version.pad, bias: true }), relu(), norm),
    pool('pool1'),
    stage('conv2', conv({ filters: f2, kernel: 5, pad: 2, groups, bias: true }), relu(), norm),
    pool('pool2'),
    stage('conv3', convRelu({ filters: f3, kernel: 3, pad: 1 })),
    stage('conv4', convRelu({ filters: f4, kernel: 3, pad: 1, groups })),
    stage('conv5', convRelu({ filters: f5, kernel: 3, pad: 1, groups })),
    pool('pool5'),
  )
  return seq(
    version.adaptive ? pooledTo(6, input, convolutions) : convolutions,
    stage('fc6', flatten(), version.hidden(4096)),
    stage('fc7', version.hidden(4096)),
    stage('fc8', classifier(classes)),
  )
}

export default family({
  id: 'alexnet',
  title: 'AlexNet',
  about: 'Five convolutions and three fully connected layers: the network that won ILSVRC 2012.',
  paper: papers.alexnet,
  kind: 'network',
  options: {
    version: choice(
      ['2012', 'torchvision'],
      '2012',
      'Widths of the paper with response normalization, or those of torchvision ("one weird trick", 2014), which pools to 6×6 before fc6 at any image size.',
    ),
    groups: choice(
      ['1', '2'],
      '2',
      'Groups of conv2, conv4 and conv5: two in the paper, whose network was split across two GPUs.',
    ),
    input: image(227),
    classes: classes(1000),
  },
  body: (o) => alexnet(widths[o.version], Number(o.groups), o.input, o.classes),
  presets: [
    {
      id: 'alexnet',
      title: 'AlexNet (2012, two groups)',
      options: {},
      about: 'The paper says 224×224, but its 55×55 maps need 227×227.',
      reference: { params: 60_965_224, macs: 724_406_816, source: 'BVLC Caffe prototxt' },
    },
    {
      id: 'alexnet-ungrouped',
      title: 'AlexNet (no groups)',
      options: { groups: '1' },
      about: 'The same widths, but every filter sees all channels.',
      reference: {
        params: 62_378_344,
        macs: 1_135_256_096,
        source: 'counted by hand from the widths of the paper',
      },
    },
    {
      id: 'alexnet-torchvision',
      title: 'AlexNet (torchvision)',
      options: { version: 'torchvision', groups: '1', input: [224, 224, 3] },
      about: 'Other widths and no response normalization: not the network of 2012.',
      reference: { params: 61_100_840, macs: 714_188_480, source: 'torchvision weights metadata' },
    },
  ],
})
