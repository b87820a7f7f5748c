import { relu } from '../nn/ops/activation'
import { conv } from '../nn/ops/conv'
import { batchNorm } from '../nn/ops/normalization'
import { avgPool } from '../nn/ops/pooling'
import { stage, type Spec } from '../nn/spec'
import { family, image } from './family'
import { papers } from './papers'

/** BN-ReLU-conv 1×1 to the compressed width, then an average pool that halves height and width. */
export function transition(name: string, filters: number): Spec {
  return stage(name, batchNorm(), relu(), conv({ filters, kernel: 1 }), avgPool({ kernel: 2, stride: 2 }))
}

/** Channels that a transition keeps; at least one. */
export function compress(channels: number, compression: number): number {
  return Math.max(1, Math.floor(channels * compression))
}

export default family({
  id: 'transition',
  title: 'Transition layer',
  about:
    'Between two dense blocks: a 1×1 convolution reduces the channels, and a pool halves height and width.',
  paper: papers.densenet,
  kind: 'block',
  options: {
    compression: {
      kind: 'number',
      default: 0.5,
      min: 0.05,
      max: 1,
      about: 'θ: the share of channels that is kept.',
    },
    input: { ...image(56, 256), about: 'Height, width and channels that enter the layer.' },
  },
  body: (o) => transition('transition', compress(o.input[2], o.compression)),
  presets: [
    {
      id: 'transition-half',
      title: 'Transition, θ = 0.5',
      options: {},
      about: 'The first transition of DenseNet-121: 56×56×256 becomes 28×28×128.',
      reference: {
        params: 33_280,
        macs: 102_760_448,
        source: 'counted by hand: 256·128 weights, 512 values of γ and β',
      },
    },
  ],
})
