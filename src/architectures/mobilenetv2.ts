import { dropout } from '../nn/ops/activation'
import { clip } from '../nn/ops/gates'
import { globalAvgPool } from '../nn/ops/pooling'
import { repeat, seq, stage } from '../nn/spec'
import { classes, family, image } from './family'
import { inEights, inverted, unit } from './inverted'
import { papers } from './papers'
import { classifier } from './parts'

/** Expansion, channels, blocks and stride of the first block: table 2 of the paper. */
const table = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
] as const

export default family({
  id: 'mobilenetv2',
  title: 'MobileNetV2',
  about:
    'Inverted residuals: a 1×1 convolution widens, a depthwise 3×3 filters each channel, and a 1×1 without activation narrows.',
  paper: papers.mobilenetv2,
  kind: 'network',
  options: {
    width: { kind: 'number', default: 1, min: 0.1, max: 2, about: 'Multiplies the channels of every layer.' },
    input: image(224),
    classes: classes(1000),
  },
  body: (o) => {
    let from = inEights(32 * o.width)
    const stem = stage('conv1', unit({ filters: from, kernel: 3, stride: 2, pad: 1 }, clip()))
    const stages = table.map(([expansion, channels, count, stride], s) => {
      const to = inEights(channels * o.width)
      const first = from
      from = to
      return stage(
        `bottleneck${s + 1}`,
        repeat(count, (i) => {
          const own = i === 0 ? first : to
          const wide = own * expansion
          return inverted('block', {
            from: own,
            wide,
            to,
            kernel: 3,
            stride: i === 0 ? stride : 1,
            activation: clip,
          })
        }),
      )
    })
    return seq(
      stem,
      ...stages,
      stage('conv9', unit({ filters: inEights(1280 * Math.max(1, o.width)), kernel: 1 }, clip())),
      globalAvgPool({}, 'avgpool'),
      stage('fc', dropout({ rate: 0.2 }), classifier(o.classes)),
    )
  },
  presets: [
    {
      id: 'mobilenet-v2',
      title: 'MobileNetV2',
      options: {},
      reference: {
        params: 3_504_872,
        macs: 300_774_272,
        source: 'torchvision weights metadata; MACs counted with hooks on its model',
      },
    },
  ],
})
