import { globalAvgPool, maxPool } from '../nn/ops/pooling'
import { seq, stage, type Spec } from '../nn/spec'
import { classes, family, image, integer } from './family'
import { inception, type InceptionWidths } from './inceptionBlock'
import { papers } from './papers'
import { classifier, convNormRelu } from './parts'

/** The proportions of block 3a (table 1 of the paper), for a module that gives `channels`: 2 : 4 : 1 : 1. */
const proportioned = (channels: number): InceptionWidths => ({
  p1: channels / 4,
  p2Reduce: (3 * channels) / 8,
  p2: channels / 2,
  p3Reduce: channels / 16,
  p3: channels / 8,
  p4: channels / 8,
})

/** All six widths of a module are whole numbers when its channels are a multiple of this. */
const unit = 16

export default family({
  id: 'cifar-inception',
  title: 'Inception for small images',
  about: 'Inception blocks in the proportions of GoogLeNet’s 3a, in three stages for 32×32 images.',
  paper: papers.googlenet,
  kind: 'network',
  options: {
    modules: integer(3, 1, 20, 'Inception blocks in each stage.'),
    widths: {
      kind: 'list',
      default: [2, 6, 10],
      min: 1,
      max: 64,
      length: [1, 5],
      about: 'Channels of each stage in units of 16; max pooling halves height and width between stages.',
    },
    'stem-width': integer(16, 1, 512, 'Filters of the first 3×3 convolution.'),
    input: image(32),
    classes: classes(10),
  },
  body: (o) => {
    const stages = o.widths.flatMap((width, s): readonly Spec[] => {
      const modules = Array.from({ length: o.modules }, (_, m) =>
        inception(`module${m + 1}`, proportioned(width * unit), { unit: convNormRelu }),
      )
      const all = stage(`stage${s + 1}`, ...modules)
      return s === 0 ? [all] : [maxPool({ kernel: 3, stride: 2, pad: 1 }, `pool${s}`), all]
    })
    return seq(
      stage('conv1', convNormRelu({ filters: o['stem-width'], kernel: 3, pad: 1 })),
      ...stages,
      globalAvgPool({}, 'avgpool'),
      stage('fc', classifier(o.classes)),
    )
  },
  presets: [
    {
      id: 'cifar-inception20',
      title: 'Inception-20 (CIFAR)',
      options: {},
      about:
        'Not from a paper: a small member of the family with about the same number of parameters as ResNet-20.',
      reference: {
        params: 280_630,
        macs: 39_011_392,
        source: 'counted by hand: the six convolutions of nine modules, γ and β, stem and classifier',
      },
    },
  ],
})
