import { whole } from '../../src/lessons/format'
import type { Slip } from '../../src/lessons/slip'

/** S31 and S32: batch normalization. */
export const slips: readonly Slip[] = [
  {
    e: 29,
    slides: 'S31',
    kind: 'W',
    says: 'If the train and test sets come from entirely different sources (e.g. training images come from the web while test images are pictures taken on the iPhone), the distributions would differ. The reason covariance shift can be a problem …',
    count: (n) => [
      `ResNet-18: ${whole(n.running('resnet18'))} running statistics, all estimated from training images`,
      'from images of the phone: none',
    ],
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
    says: 'The basic idea behind batch normalization is to limit covariate shift …',
    count: (n) => [
      `ResNet-18: ${whole(n.batchNorm('resnet18') / 2)} channels are normalized`,
      `and as many may leave mean 0 and variance 1 again, each by a γ and a β of its own: ${whole(n.batchNorm('resnet18'))} numbers`,
    ],
    truth: () => 'That was the paper’s explanation; later experiments speak against it.',
    because: () =>
      'With noise behind every normalization the shift was back, and training went on almost as well. A smoother landscape of the loss is what was measured instead. The benefits are real, the mechanism is disputed.',
    sources: [
      ['santurkar', 'sections 2 and 3'],
      ['batchnorm', 'section 2'],
    ],
  },
  {
    e: 31,
    slides: 'S32',
    kind: 'W',
    says: 'Normalizing the activations of each layer (transforming the inputs to be mean 0 and unit variance).',
    count: (n) => [
      `ResNet-18: ${whole(n.batchNorm('resnet18'))} values of γ and β, learned`,
      `and ${whole(n.running('resnet18'))} running statistics, estimated`,
    ],
    truth: () => 'Each CHANNEL, over batch and positions; then a learned scale γ and shift β.',
    because: () => 'At inference the batch is not asked: running means and variances are used.',
    sources: [['batchnorm', 'algorithms 1 and 2, section 3.2']],
  },
]
