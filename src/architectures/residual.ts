import { choice, family, image, integer } from './family'
import { OptionError } from './options'
import { papers } from './papers'
import { basicConvolutions, bottleneckConvolutions, residualBlock } from './residualBlock'

const hand = 'counted by hand: weights and two values of γ and β per filter'

export default family({
  id: 'residual',
  title: 'Residual block',
  about: 'A block with or without a shortcut, as a network of its own.',
  paper: papers.resnet,
  kind: 'block',
  options: {
    block: choice(['basic', 'bottleneck'], 'basic', 'Two 3×3 convolutions, or 1×1, 3×3, 1×1.'),
    shortcut: choice(
      ['A', 'B', 'C', 'none'],
      'B',
      'How the shortcut changes the shape; “none” gives the regular block.',
    ),
    order: choice(['post', 'pre'], 'post', 'Conv-BN-ReLU (2015) or BN-ReLU-conv (2016).'),
    filters: integer(64, 1, 4096, 'Channels that leave the block.'),
    width: integer(64, 1, 4096, 'Filters of the 3×3 of a bottleneck.'),
    stride: integer(1, 1, 4, 'Stride of the block.'),
    input: { ...image(56, 64), about: 'Height, width and channels that enter the block.' },
  },
  body: (o) => {
    const shape = { from: o.input[2], to: o.filters, stride: o.stride }
    if (o.shortcut === 'A' && shape.from > shape.to)
      throw new OptionError(
        `option "shortcut" cannot be A here: padding cannot remove channels, but ${shape.from} enter and only ${shape.to} leave`,
      )
    return residualBlock(
      'block',
      shape,
      o.block === 'basic' ? basicConvolutions(shape) : bottleneckConvolutions(shape, o.width),
      o,
    )
  },
  presets: [
    {
      id: 'regular-block',
      title: 'Regular block',
      options: { shortcut: 'none' },
      about: 'Two convolutions, one after the other: f(x).',
      reference: { params: 73_984, macs: 231_211_008, source: hand },
    },
    {
      id: 'residual-block',
      title: 'Residual block',
      options: {},
      about: 'The same two convolutions learn only what to add to the input: f(x) + x.',
      reference: { params: 73_984, macs: 231_211_008, source: hand },
    },
    {
      id: 'projection-block',
      title: 'Residual block with projection',
      options: { filters: 128, stride: 2 },
      about: 'The shape changes, so the shortcut needs a 1×1 convolution of its own.',
      reference: { params: 230_144, macs: 179_830_784, source: hand },
    },
    {
      id: 'bottleneck-block',
      title: 'Bottleneck block',
      options: { block: 'bottleneck', filters: 256, input: [56, 56, 256] },
      about: 'Four times the channels for less than the cost of the basic block.',
      reference: { params: 70_400, macs: 218_365_952, source: hand },
    },
    {
      id: 'bottleneck-projection-block',
      title: 'Bottleneck block with projection',
      options: { block: 'bottleneck', filters: 256, input: [56, 56, 256], shortcut: 'C' },
      about: 'A 1×1 convolution on the wide shortcut nearly doubles the cost of the block.',
      reference: { params: 136_448, macs: 423_886_848, source: hand },
    },
  ],
})
