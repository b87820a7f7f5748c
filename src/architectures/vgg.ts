import { batchNorm } from '../nn/ops/normalization'
import { relu } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { maxPool } from '../nn/ops/pooling'
import { flatten } from '../nn/ops/reshape'
import { repeat, seq, stage, type Spec } from '../nn/spec'
import { choice, classes, family, flag, image } from './family'
import { papers } from './papers'
import { classifier, hiddenDense, pooledTo } from './parts'

/** Convolutions per stage: configurations A, B, D and E of table 1. */
const convolutions = {
  '11': [1, 1, 2, 2, 2],
  '13': [2, 2, 2, 2, 2],
  '16': [2, 2, 3, 3, 3],
  '19': [2, 2, 4, 4, 4],
} as const

const filters = [64, 128, 256, 512, 512]

function vggStage(index: number, count: number, bn: boolean): Spec {
  // The bias stays beside the normalization, as in torchvision's vgg16_bn.
  const unit = () =>
    seq(
      conv({ filters: filters[index], kernel: 3, pad: 1, bias: true }),
      ...(bn ? [batchNorm()] : []),
      relu(),
    )
  return seq(
    stage(`conv${index + 1}`, repeat(count, unit)),
    maxPool({ kernel: 2, stride: 2 }, `pool${index + 1}`),
  )
}

const hand = 'torchvision weights metadata; MACs by hand'

export default family({
  id: 'vgg',
  title: 'VGG',
  about:
    'Nothing but 3×3 convolutions and 2×2 pooling, up to 19 layers with weights, where the paper’s error stops falling.',
  paper: papers.vgg,
  kind: 'network',
  options: {
    depth: choice(
      ['11', '13', '16', '19'],
      '16',
      'Layers with weights: configurations A, B, D and E of the paper.',
    ),
    bn: flag(false, 'Batch normalization after every convolution; the paper had none.'),
    adaptive: flag(
      true,
      'Average pooling to 7×7 before fc6 for maps of any other size, as in torchvision; without it, fc6 grows with the image.',
    ),
    input: image(224),
    classes: classes(1000),
  },
  body: (o) => {
    const stages = seq(...convolutions[o.depth].map((count, index) => vggStage(index, count, o.bn)))
    return seq(
      o.adaptive ? pooledTo(7, o.input, stages) : stages,
      stage('fc6', flatten(), hiddenDense(4096)),
      stage('fc7', hiddenDense(4096)),
      stage('fc8', classifier(o.classes)),
    )
  },
  presets: [
    {
      id: 'vgg11',
      title: 'VGG-11',
      options: { depth: '11' },
      reference: { params: 132_863_336, macs: 7_609_090_048, source: hand },
    },
    {
      id: 'vgg13',
      title: 'VGG-13',
      options: { depth: '13' },
      reference: { params: 133_047_848, macs: 11_308_466_176, source: hand },
    },
    {
      id: 'vgg16',
      title: 'VGG-16',
      options: { depth: '16' },
      about: 'Its first fully connected layer alone holds three quarters of the parameters.',
      reference: { params: 138_357_544, macs: 15_470_264_320, source: 'torchvision weights metadata' },
    },
    {
      id: 'vgg19',
      title: 'VGG-19',
      options: { depth: '19' },
      reference: { params: 143_667_240, macs: 19_632_062_464, source: hand },
    },
    {
      id: 'vgg16-bn',
      title: 'VGG-16 with BN',
      options: { depth: '16', bn: true },
      reference: { params: 138_365_992, macs: 15_470_264_320, source: 'torchvision weights metadata' },
    },
  ],
})
