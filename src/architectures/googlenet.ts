import { relu, dropout, softmax } from '../nn/ops/activation'
import { conv, type ConvAttrs } from '../nn/ops/conv'
import { dense } from '../nn/ops/dense'
import { batchNorm, lrn } from '../nn/ops/normalization'
import { adaptiveAvgPool, avgPool, globalAvgPool, maxPool } from '../nn/ops/pooling'
import { flatten } from '../nn/ops/reshape'
import { identity, oneLayer, seq, side, stage, type Spec } from '../nn/spec'
import { choice, classes, epsilon, family, flag, image } from './family'
import { inception, type InceptionWidths, type Unit } from './inceptionBlock'
import { papers } from './papers'
import { convNormRelu, convRelu, withEpsilon } from './parts'

/** #1×1, #3×3 reduce, #3×3, #5×5 reduce, #5×5, pool proj: table 1 of the paper. */
const table: Readonly<Record<string, InceptionWidths>> = {
  '3a': { p1: 64, p2Reduce: 96, p2: 128, p3Reduce: 16, p3: 32, p4: 32 },
  '3b': { p1: 128, p2Reduce: 128, p2: 192, p3Reduce: 32, p3: 96, p4: 64 },
  '4a': { p1: 192, p2Reduce: 96, p2: 208, p3Reduce: 16, p3: 48, p4: 64 },
  '4b': { p1: 160, p2Reduce: 112, p2: 224, p3Reduce: 24, p3: 64, p4: 64 },
  '4c': { p1: 128, p2Reduce: 128, p2: 256, p3Reduce: 24, p3: 64, p4: 64 },
  '4d': { p1: 112, p2Reduce: 144, p2: 288, p3Reduce: 32, p3: 64, p4: 64 },
  '4e': { p1: 256, p2Reduce: 160, p2: 320, p3Reduce: 32, p3: 128, p4: 128 },
  '5a': { p1: 256, p2Reduce: 160, p2: 320, p3Reduce: 32, p3: 128, p4: 128 },
  '5b': { p1: 384, p2Reduce: 192, p2: 384, p3Reduce: 48, p3: 128, p4: 128 },
}

/** The block before its 1×1 convolutions were thought of; its pool passes every channel on (figure 2a). */
const naive = (w: InceptionWidths): InceptionWidths => ({ ...w, p2Reduce: 0, p3Reduce: 0, p4: 0 })

interface Config {
  readonly bn: boolean
  readonly aux: boolean
  readonly naive: boolean
  readonly 'five-by-five': '5' | '3'
  readonly pool4: '3' | '2'
  readonly 'aux-pool': 'window' | 'grid'
  readonly 'pool-rounding': 'ceil' | 'floor'
  readonly 'separable-stem': boolean
  readonly head: 'mean' | 'flatten'
  readonly input: readonly [number, number, number]
  readonly classes: number
}

/** 7×7 with eight kernels for each colour, then 1×1: the layer of 2.7K parameters in table 1 (Xception, section 2). */
const separableStem = (o: Config): Spec =>
  oneLayer(
    stage(
      'conv1',
      conv({ filters: 8 * o.input[2], kernel: 7, stride: 2, pad: 3, groups: o.input[2] }, 'depthwise'),
      conv({ filters: 64, kernel: 1, bias: !o.bn }, 'pointwise'),
      ...(o.bn ? [batchNorm()] : []),
      relu(),
    ),
  )

/** An auxiliary classifier, used while training only (section 5 and figure 3). */
function auxiliary(name: string, o: Config, unit: Unit): Spec {
  return side(
    stage(
      name,
      o['aux-pool'] === 'grid' ? adaptiveAvgPool({ grid: 4 }) : avgPool({ kernel: 5, stride: 3 }),
      unit({ filters: 128, kernel: 1 }),
      dense({ units: 1024 }),
      relu(),
      dropout({ rate: 0.7 }),
      dense({ units: o.classes }),
      softmax(),
    ),
  )
}

function googlenet(o: Config): Spec {
  const unit: Unit = o.bn ? convNormRelu : convRelu
  const norm = o.bn ? identity : lrn({ bias: 1, alpha: 2e-5 })
  const ceil = o['pool-rounding'] === 'ceil'
  const pool = (name: string, kernel = 3) => maxPool({ kernel, stride: 2, ceil }, name)
  const module = (name: string) =>
    inception(`inception_${name}`, o.naive ? naive(table[name]) : table[name], {
      unit,
      wide: Number(o['five-by-five']),
    })
  const aux = (name: string) => (o.aux ? auxiliary(name, o, unit) : identity)
  const first: ConvAttrs = { filters: 64, kernel: 7, stride: 2, pad: 3 }
  return seq(
    o['separable-stem'] ? separableStem(o) : stage('conv1', unit(first)),
    stage('pool1', maxPool({ kernel: 3, stride: 2, ceil }), norm),
    stage('conv2', unit({ filters: 64, kernel: 1 }), unit({ filters: 192, kernel: 3, pad: 1 }), norm),
    pool('pool2'),
    module('3a'),
    module('3b'),
    pool('pool3'),
    module('4a'),
    aux('aux1'),
    module('4b'),
    module('4c'),
    module('4d'),
    aux('aux2'),
    module('4e'),
    pool('pool4', Number(o.pool4)),
    module('5a'),
    module('5b'),
    o.head === 'flatten' ? flatten({}, 'flatten') : globalAvgPool({}, 'avgpool'),
    stage('fc', dropout({ rate: 0.4 }), dense({ units: o.classes }), softmax()),
  )
}

export default family({
  id: 'googlenet',
  title: 'GoogLeNet',
  about:
    'Nine inception blocks: kernels of three sizes and pooling side by side, made affordable by 1×1 reductions.',
  paper: papers.googlenet,
  kind: 'network',
  options: {
    bn: flag(false, 'Batch normalization instead of biases and response normalization.'),
    aux: flag(false, 'The two auxiliary classifiers, used only in training.'),
    'aux-pool': {
      ...choice(
        ['window', 'grid'],
        'window',
        'How the auxiliary classifiers pool to 4×4: a 5×5 window with stride 3, or torchvision’s fixed grid.',
      ),
      needs: 'aux',
    },
    naive: flag(false, 'Blocks without 1×1 reductions and without a projection after pooling.'),
    'five-by-five': choice(['5', '3'], '5', 'Kernel of the third path; torchvision has 3, by mistake.'),
    pool4: choice(['3', '2'], '3', 'Window of the last max pooling; torchvision has 2.'),
    'pool-rounding': choice(
      ['ceil', 'floor'],
      'ceil',
      'How pooling rounds its output size; the paper’s sizes need ceil.',
    ),
    'separable-stem': flag(false, 'The depthwise separable 7×7 that explains the 2.7K of table 1.'),
    head: choice(
      ['mean', 'flatten'],
      'mean',
      'What the last layer reads: the mean of each channel, or the whole flattened map.',
    ),
    epsilon: { ...epsilon, needs: 'bn' },
    input: image(224),
    classes: classes(1000),
  },
  body: (o) => withEpsilon(o.epsilon, googlenet(o)),
  presets: [
    {
      id: 'googlenet',
      title: 'GoogLeNet',
      options: {},
      about: 'As in the paper, at inference: biases, response normalization, pooling that rounds up.',
      reference: { params: 6_998_552, macs: 1_582_671_872, source: 'BVLC Caffe deploy prototxt' },
    },
    {
      id: 'googlenet-bn',
      title: 'GoogLeNet with BN',
      options: { bn: true },
      about: 'Batch normalization in place of biases; the 5×5 kernels are kept.',
      reference: {
        params: 7_005_832,
        macs: 1_582_671_872,
        source: 'counted by hand: 6,998,552 − 7,280 biases + 14,560 γ and β',
      },
    },
    {
      id: 'googlenet-torchvision',
      title: 'GoogLeNet (torchvision)',
      options: { bn: true, 'five-by-five': '3', pool4: '2', 'aux-pool': 'grid', epsilon: 1e-3 },
      about: 'A 3×3 replaces the paper’s 5×5 (torchvision issue 906), and the last max pooling is 2×2.',
      reference: { params: 6_624_904, macs: 1_498_376_192, source: 'torchvision weights metadata' },
    },
  ],
})
