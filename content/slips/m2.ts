import { whole } from '../../src/lessons/format'
import type { Slip } from '../../src/lessons/slip'

/** S31 and S32: batch normalization. */
export const slips: readonly Slip[] = [
  {
    e: 29,
    slides: 'S31',
    kind: 'W',
    says: 'Batch normalization helps with “covariance shift”: web images in training, photos from a phone in use.',
    truth: () =>
      'The word is covariate shift, and the paper speaks of another one: INTERNAL covariate shift.',
    because: () =>
      'That is the inputs of a layer moving while the layers before it learn. The running statistics come from the training images, so other images in use stay foreign.',
    sources: [['batchnorm', 'sections 1 and 2']],
  },
  {
    e: 30,
    slides: 'S32',
    kind: 'T',
    says: 'Batch normalization works by limiting covariate shift.',
    truth: () => 'That was the paper’s explanation; later experiments speak against it.',
    because: () =>
      'With noise behind every normalization the shift was back, and training went on as well. A smoother landscape of the loss is what was measured instead. The benefits are real, the mechanism is disputed.',
    sources: [
      ['santurkar', 'sections 2 and 3'],
      ['batchnorm', 'section 2'],
    ],
  },
  {
    e: 31,
    slides: 'S32',
    kind: 'W',
    says: 'Normalize each layer to mean 0 and variance 1.',
    count: (n) => [
      `ResNet-18: ${whole(n.batchNorm('resnet18'))} values of γ and β, learned`,
      `and ${whole(n.running('resnet18'))} running statistics, estimated`,
    ],
    truth: () => 'Each CHANNEL, over batch and positions; then a learned scale γ and shift β.',
    because: () => 'At inference the batch is not asked: running means and variances are used.',
    sources: [['batchnorm', 'algorithms 1 and 2, section 3.2']],
  },
]
