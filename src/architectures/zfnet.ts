import { relu } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { lrn } from '../nn/ops/normalization'
import { maxPool } from '../nn/ops/pooling'
import { flatten } from '../nn/ops/reshape'
import { seq, stage } from '../nn/spec'
import { classes, family, image } from './family'
import { papers } from './papers'
import { classifier, convRelu, hiddenDense } from './parts'

export default family({
  id: 'zfnet',
  title: 'ZFNet',
  about: 'AlexNet with a smaller first kernel and stride, chosen after visualizing AlexNet’s features.',
  paper: papers.zfnet,
  kind: 'network',
  options: { input: image(224), classes: classes(1000) },
  body: (o) =>
    seq(
      stage('conv1', conv({ filters: 96, kernel: 7, stride: 2, pad: 1, bias: true }), relu()),
      stage('pool1', maxPool({ kernel: 3, stride: 2, pad: 1 }), lrn()),
      stage('conv2', conv({ filters: 256, kernel: 5, stride: 2, bias: true }), relu()),
      stage('pool2', maxPool({ kernel: 3, stride: 2, pad: 1 }), lrn()),
      stage('conv3', convRelu({ filters: 384, kernel: 3, pad: 1 })),
      stage('conv4', convRelu({ filters: 384, kernel: 3, pad: 1 })),
      stage('conv5', convRelu({ filters: 256, kernel: 3, pad: 1 })),
      maxPool({ kernel: 3, stride: 2 }, 'pool5'),
      stage('fc6', flatten(), hiddenDense(4096)),
      stage('fc7', hiddenDense(4096)),
      stage('fc8', classifier(o.classes)),
    ),
  presets: [
    {
      id: 'zfnet',
      title: 'ZFNet',
      options: {},
      about: 'Map sizes 110, 55, 26, 13, 6 as in figure 3 of the paper.',
      reference: {
        params: 62_357_608,
        macs: 1_168_032_896,
        source: 'counted by hand from figure 3 of the paper',
      },
    },
  ],
})
