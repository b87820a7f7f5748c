import { dropout, sigmoid } from '../nn/ops/activation'
import { silu } from '../nn/ops/gates'
import { globalAvgPool } from '../nn/ops/pooling'
import { repeat, seq, stage } from '../nn/spec'
import { classes, family, image } from './family'
import { inEights, inverted, unit } from './inverted'
import { papers } from './papers'
import { classifier, channelGate } from './parts'

/** Expansion, kernel, stride of the first block, channels, blocks: stages 2 to 8 of table 1 of the paper. */
const table = [
  [1, 3, 1, 16, 1],
  [6, 3, 2, 24, 2],
  [6, 5, 2, 40, 2],
  [6, 3, 2, 80, 3],
  [6, 5, 1, 112, 3],
  [6, 5, 2, 192, 4],
  [6, 3, 1, 320, 1],
] as const

export default family({
  id: 'efficientnet',
  title: 'EfficientNet',
  about:
    'Inverted residuals with a gate in each; width, depth and image grow together by one rule (compound scaling).',
  paper: papers.efficientnet,
  kind: 'network',
  options: {
    width: { kind: 'number', default: 1, min: 0.1, max: 2, about: 'Multiplies the channels of every layer.' },
    depth: { kind: 'number', default: 1, min: 0.1, max: 4, about: 'Multiplies the blocks of every stage.' },
    input: image(224),
    classes: classes(1000),
  },
  body: (o) => {
    const of = (channels: number) => inEights(channels * o.width)
    let from = of(32)
    const stem = stage('stage1', unit({ filters: from, kernel: 3, stride: 2, pad: 1 }, silu()))
    const stages = table.map(([expansion, kernel, stride, channels, count], s) => {
      const [first, to] = [from, of(channels)]
      from = to
      return stage(
        `stage${s + 2}`,
        repeat(Math.ceil(count * o.depth), (i) => {
          const own = i === 0 ? first : to
          const wide = inEights(own * expansion)
          return inverted('mbconv', {
            from: own,
            wide,
            to,
            kernel,
            stride: i === 0 ? stride : 1,
            activation: silu,
            // A fourth of what enters the block, not of what it widens to (the authors' code).
            gate: channelGate({
              channels: wide,
              squeezed: Math.max(1, Math.floor(own / 4)),
              activation: silu,
              gate: sigmoid,
            }),
          })
        }),
      )
    })
    return seq(
      stem,
      ...stages,
      stage('stage9', unit({ filters: 4 * from, kernel: 1 }, silu()), globalAvgPool()),
      stage('fc', dropout({ rate: 0.2 }), classifier(o.classes)),
    )
  },
  presets: [
    {
      id: 'efficientnet-b0',
      title: 'EfficientNet-B0',
      options: {},
      reference: {
        params: 5_288_548,
        macs: 385_814_752,
        source: 'torchvision weights metadata; MACs counted with hooks on its model',
      },
    },
  ],
})
