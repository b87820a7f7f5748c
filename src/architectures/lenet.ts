import { tanh, softmax, sigmoid } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { dense } from '../nn/ops/dense'
import { digitCodes, partialConv, rbf } from '../nn/ops/lenet'
import { scaleShift } from '../nn/ops/normalization'
import { avgPool } from '../nn/ops/pooling'
import { flatten } from '../nn/ops/reshape'
import { seq, stage, type Spec } from '../nn/spec'
import { choice, classes, family, image } from './family'
import { OptionError } from './options'
import { papers } from './papers'

/** Table I of the paper, by columns: the maps of S2 that each map of C3 reads. */
const c3Table = [
  [0, 1, 2],
  [1, 2, 3],
  [2, 3, 4],
  [3, 4, 5],
  [0, 4, 5],
  [0, 1, 5],
  [0, 1, 2, 3],
  [1, 2, 3, 4],
  [2, 3, 4, 5],
  [0, 3, 4, 5],
  [0, 1, 4, 5],
  [0, 1, 2, 5],
  [0, 1, 3, 4],
  [1, 2, 4, 5],
  [0, 2, 3, 5],
  [0, 1, 2, 3, 4, 5],
]

/** The paper's squashing function, which maps ±1 to ±1 (appendix A). */
const squash = (): Spec => tanh({ amplitude: 1.7159, slope: 2 / 3 })

const subsampling = (name: string): Spec =>
  stage(name, avgPool({ kernel: 2, stride: 2 }), scaleShift(), sigmoid())

const original: Spec = seq(
  stage('C1', conv({ filters: 6, kernel: 5, bias: true }), squash()),
  subsampling('S2'),
  stage('C3', partialConv({ kernel: 5, table: c3Table }), squash()),
  subsampling('S4'),
  stage('C5', conv({ filters: 120, kernel: 5, bias: true }), squash()),
  stage('F6', dense({ units: 84 }), squash()),
  stage('OUTPUT', rbf({ codes: digitCodes })),
)

const modern = (count: number): Spec =>
  seq(
    stage('conv1', conv({ filters: 6, kernel: 5, pad: 2, bias: true }), tanh()),
    avgPool({ kernel: 2, stride: 2 }, 'pool1'),
    stage('conv2', conv({ filters: 16, kernel: 5, bias: true }), tanh()),
    avgPool({ kernel: 2, stride: 2 }, 'pool2'),
    stage('fc1', flatten(), dense({ units: 120 }), tanh()),
    stage('fc2', dense({ units: 84 }), tanh()),
    stage('fc3', dense({ units: count }), softmax()),
  )

export default family({
  id: 'lenet',
  title: 'LeNet-5',
  about:
    'Alternating convolution and subsampling, then fully connected layers: the pattern from which later networks grew.',
  paper: papers.lenet,
  kind: 'network',
  options: {
    version: choice(
      ['1998', 'modern'],
      'modern',
      'As published (partial C3, trainable subsampling, RBF output) or as it is usually built today.',
    ),
    input: image(28, 1),
    classes: classes(10),
  },
  depthRule: ({ version }) => (version === '1998' ? 'withPooling' : 'weighted'),
  body: (o) => {
    if (o.version === 'modern') return modern(o.classes)
    if (o.classes !== 10)
      throw new OptionError(
        'option "classes" must be 10 for version 1998: its output units are drawings of the ten digits',
      )
    return original
  },
  presets: [
    {
      id: 'lenet5-1998',
      title: 'LeNet-5 (1998)',
      options: { version: '1998', input: [32, 32, 1] },
      about:
        'C3 connects only 60 of 96 pairs of maps, subsampling has weights, and the output units are fixed drawings.',
      reference: {
        params: 60_000,
        macs: 325_680,
        source: 'LeCun et al. 1998, section II-B: 60,000 trainable parameters',
      },
    },
    {
      id: 'lenet5',
      title: 'LeNet-5 (modern)',
      options: { version: 'modern' },
      about: 'Every map of the second convolution reads all six maps; plain average pooling and a softmax.',
      reference: {
        params: 61_706,
        macs: 416_520,
        source: 'counted by hand, layer by layer; the figure frameworks print',
      },
    },
  ],
})
