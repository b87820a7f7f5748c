import { relu, sigmoid } from '../nn/ops/activation'
import type { Spec } from '../nn/spec'
import { classes, family, image, integer, stages } from './family'
import { papers } from './papers'
import { channelGate } from './parts'
import { bottleneckConvolutions, residualBlock } from './residualBlock'
import { trunk } from './trunk'

/** The gates of the paper (section 3 and figure 3): `reduction` times fewer channels lie between their two layers. */
export const squeezeExcitation = (channels: number, reduction: number): Spec =>
  channelGate({
    channels,
    squeezed: Math.max(1, Math.floor(channels / reduction)),
    activation: relu,
    gate: sigmoid,
  })

export default family({
  id: 'seresnet',
  title: 'SE-ResNet',
  about: 'Bottlenecks that weight their channels: the means of all maps decide how much of each map passes.',
  paper: papers.seresnet,
  kind: 'network',
  options: {
    blocks: stages([3, 4, 6, 3]),
    reduction: integer(
      16,
      1,
      256,
      'Reduction ratio: by what factor the first layer of a gate reduces the channels.',
    ),
    input: image(224),
    classes: classes(1000),
  },
  body: (o) =>
    trunk({
      stem: 'imagenet',
      stemWidth: 64,
      blocks: o.blocks,
      widthOf: (s) => 256 * 2 ** s,
      block: (shape, s) =>
        residualBlock('block', shape, bottleneckConvolutions(shape, 64 * 2 ** s), {
          shortcut: 'B',
          order: 'post',
          last: squeezeExcitation(shape.to, o.reduction),
        }),
      order: 'post',
      classes: o.classes,
    }),
  presets: [
    {
      id: 'se-resnet50',
      title: 'SE-ResNet-50',
      options: {},
      reference: {
        params: 28_088_024,
        macs: 4_091_699_200,
        source: 'torchvision’s ResNet-50 with the gates of the paper, built and counted in PyTorch',
      },
    },
  ],
})
