import { relu } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { lrn } from '../nn/ops/normalization'
import { adaptiveMaxPool, maxPool } from '../nn/ops/pooling'
import { flatten } from '../nn/ops/reshape'
import { branch, path, seq, stage } from '../nn/spec'
import { classes, family, image } from './family'
import { papers } from './papers'
import { classifier, convRelu, hiddenDense } from './parts'

export default family({
  id: 'sppnet',
  title: 'SPPNet',
  about:
    'With a pyramid of pooling grids between the convolutions and the fully connected layers, it accepts images of any size.',
  paper: papers.sppnet,
  kind: 'network',
  options: {
    levels: {
      kind: 'list',
      default: [6, 3, 2, 1],
      min: 1,
      max: 16,
      length: [1, 6],
      about: 'Bins per side at each level of the pyramid.',
    },
    input: image(224),
    classes: classes(1000),
  },
  body: (o) =>
    seq(
      stage('conv1', conv({ filters: 96, kernel: 7, stride: 2, pad: 1, bias: true }), relu(), lrn()),
      maxPool({ kernel: 3, stride: 2, ceil: true }, 'pool1'),
      stage('conv2', conv({ filters: 256, kernel: 5, stride: 2, pad: 1, bias: true }), relu(), lrn()),
      maxPool({ kernel: 3, stride: 2 }, 'pool2'),
      stage('conv3', convRelu({ filters: 384, kernel: 3, pad: 1 })),
      stage('conv4', convRelu({ filters: 384, kernel: 3, pad: 1 })),
      stage('conv5', convRelu({ filters: 256, kernel: 3, pad: 1 })),
      stage(
        'spp',
        branch(
          'concat',
          ...o.levels.map((grid, i) => path(`level${i + 1}`, adaptiveMaxPool({ grid }), flatten())),
        ),
      ),
      stage('fc6', hiddenDense(4096)),
      stage('fc7', hiddenDense(4096)),
      stage('fc8', classifier(o.classes)),
    ),
  presets: [
    {
      id: 'sppnet',
      title: 'SPPNet (ZF-5)',
      options: {},
      about: 'ZF-5 with the four-level pyramid 6×6, 3×3, 2×2, 1×1: 50 bins of 256 channels.',
      reference: {
        params: 77_037_672,
        macs: 1_215_276_160,
        source: 'counted by hand from table 1 of the paper; padding chosen to give its map sizes 55, 27, 13',
      },
    },
  ],
})
