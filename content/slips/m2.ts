import { whole } from '../../src/lessons/format'
import type { Slip } from '../../src/lessons/slip'

/** S31 and S32: batch normalization. */
export const slips: readonly Slip[] = [
  {
    e: 29,
    slides: 'S31',
    kind: 'W',
    about: 'covariate shift, internal or not',
    says: 'if the train and test sets come from entirely different sources (e.g. training images come from the web while test images are pictures taken on the iPhone), the distributions would differ. The reason covariance shift can be a problem …',
    count: (n) => [
      `ResNet-18: ${whole(n.running('resnet18'))} running statistics, all estimated from training images`,
      'estimated from the phone’s images: none',
    ],
    truth: () =>
      'The term is covariate shift, and the batch normalization paper addresses a different kind, internal covariate shift.',
    because: () =>
      'Internal covariate shift is the change in a layer’s inputs while the earlier layers learn. Batch normalization does not adapt a network to the phone’s images: its running statistics come from the training images.',
    sources: [['batchnorm', 'sections 1 and 2']],
  },
  {
    e: 30,
    slides: 'S32',
    kind: 'T',
    about: 'why batch normalization works',
    says: 'The basic idea behind batch normalization is to limit covariate shift by normalizing the activations of each layer',
    count: (n) => [
      `ResNet-18: ${whole(n.batchNorm('resnet18') / 2)} channels are normalized`,
      `and each can move away from mean 0 and variance 1 again through its own γ and β: ${whole(n.batchNorm('resnet18'))} numbers`,
    ],
    truth: () => 'That was the paper’s explanation; later experiments contradict it.',
    because: () =>
      'When noise added after every normalization brought the shift back, training went almost as well. Experiments found other effects instead: a smoother loss landscape, and activations that stay small enough for larger learning rates. The benefits are real, but the mechanism is disputed.',
    sources: [
      ['batchnorm', 'section 2'],
      ['santurkar', 'sections 2 and 3'],
      ['bjorck', 'abstract'],
    ],
  },
  {
    e: 31,
    slides: 'S32',
    kind: 'W',
    about: 'what is normalized',
    says: 'normalizing the activations of each layer (transforming the inputs to be mean 0 and unit variance)',
    count: (n) => [
      `ResNet-18: ${whole(n.batchNorm('resnet18'))} values of γ and β, learned`,
      `and ${whole(n.running('resnet18'))} running statistics, estimated`,
    ],
    truth: () =>
      'What is normalized is each channel, over the batch and all positions; a learned scale γ and shift β follow.',
    because: () =>
      'At inference, the batch plays no part: running means and variances replace those of the batch.',
    sources: [['batchnorm', 'algorithms 1 and 2, section 3.2']],
  },
]
