import { stage } from '../nn/spec'
import { denseLayers } from './denseBlock'
import { family, flag, image, integer } from './family'
import { papers } from './papers'

export default family({
  id: 'dense-block',
  title: 'Dense block',
  about: 'Layers that each read all channels before them and add k of their own.',
  paper: papers.densenet,
  kind: 'block',
  options: {
    layers: integer(6, 1, 128, 'Layers of the block.'),
    growth: integer(32, 1, 128, 'Growth rate k: channels that each layer adds.'),
    bottleneck: flag(true, 'A 1×1 convolution to 4k channels before each 3×3.'),
    input: { ...image(56, 64), about: 'Height, width and channels that enter the block.' },
  },
  body: (o) => stage('denseblock', denseLayers(o.layers, o)),
  presets: [
    {
      id: 'dense-block-6',
      title: 'Dense block, 6 layers, k = 32',
      options: {},
      about: 'The first block of DenseNet-121: 64 + 6·32 = 256 channels, 21 links.',
      reference: {
        params: 335_040,
        macs: 1_040_449_536,
        source: 'counted by hand: 331,776 weights, 3,264 values of γ and β',
      },
    },
  ],
})
