import { decimal, share, whole } from '../../src/lessons/format'
import type { Slip } from '../../src/lessons/slip'

const ten = ['resnet18', { classes: 10 }] as const

/** S41 to S44: transfer learning. */
export const slips: readonly Slip[] = [
  {
    e: 41,
    slides: 'S41',
    kind: 'M',
    about: 'the curve without numbers',
    says: 'The performance of DL regarding the amount of data',
    shows: 'Next to this title is a figure, which the text of the lecture does not include.',
    count: () => ['numbers on the axes of the usual sketch: none', 'so any rising curve fits the sketch'],
    truth: () => 'The figure usually shown under such a title is a sketch without numbers on its axes.',
    because: () => 'A sketch is not data. Curves that were measured in four domains follow power laws.',
    sources: [['hestness', 'section 4']],
  },
  {
    e: 42,
    slides: 'S42',
    kind: 'W',
    about: 'why weights are transferred',
    says: 'Transfer learning is mostly used in computer vision and natural language processing tasks like sentiment analysis due to the huge amount of computational power required.',
    count: (n) => [
      `ResNet-18 for ten classes: ${whole(n.params(ten))} parameters`,
      `with a hundred labeled images per class: ${whole(Math.round(n.params(ten) / 1000))} parameters for each image`,
    ],
    truth: () => 'The more important reason is on the same slide: the new task has little labeled data.',
    because: () =>
      'Compute can be bought; ten thousand labeled images of a rare disease cannot. With copied weights, a large network can learn from a small data set without overfitting.',
    sources: [['yosinski', 'section 1']],
  },
  {
    e: 43,
    slides: 'S43',
    kind: 'W',
    about: 'which layers are retrained',
    says: 'In transfer learning, the early and middle layers are used and we only retrain the latter layers.',
    count: (n) => [
      `head: ${share(n.params(ten, 'fc') / n.params(ten), 3)} of the parameters`,
      `with conv5_x: ${share((n.params(ten, 'fc') + n.params(ten, 'conv5_x')) / n.params(ten))}`,
      `with conv4_x: ${share((n.params(ten, 'fc') + n.params(ten, 'conv5_x') + n.params(ten, 'conv4_x')) / n.params(ten))}`,
    ],
    truth: () => 'That is one recipe among several.',
    because: () =>
      'Freezing a network up to its middle separates layers that had learned together, which can hurt performance. In the study cited here, fine-tuning all layers generalized best.',
    sources: [['yosinski', 'section 4.1']],
  },
  {
    e: 44,
    slides: 'S44',
    kind: 'T',
    about: 'better performance in most cases',
    says: 'better performance of neural networks (in most cases)',
    count: () => [
      `all of COCO: ${decimal(41.3, 1)} box AP from scratch, ${decimal(41.1, 1)} pre-trained`,
      `a tenth of it: ${decimal(25.9, 1)} and ${decimal(26, 1)} box AP`,
    ],
    truth: () => 'Not always: on COCO, with enough data and more steps, training from scratch catches up.',
    because: () =>
      'On all of COCO, pre-training saved training time but did not improve the result. With a tenth of the images, training from scratch still kept up; with a hundredth, it fell far behind.',
    sources: [['scratch', 'sections 5.1 and 5.2']],
  },
  {
    e: 45,
    slides: 'S44',
    kind: 'W',
    about: 'representation learning',
    says: 'Another approach is to use deep learning to discover the best representation of your problem … This approach is also known as representation learning',
    count: (n) => [
      `learned features, copied from ResNet-18: ${whole(n.params(ten) - n.params(ten, 'fc'))} parameters`,
      `new head, initialized at random: ${whole(n.params(ten, 'fc'))} parameters`,
    ],
    truth: () =>
      'Representation learning is not an alternative to transfer learning; it is the reason why transfer works.',
    because: () => 'Learned representations are exactly what is copied.',
    sources: [['yosinski', 'section 1']],
  },
]
