import type { Slip } from '../../src/lessons/slip'
import { whole } from '../../src/lessons/format'

/** S5 to S17: GoogLeNet. */
export const slips: readonly Slip[] = [
  {
    e: 1,
    slides: 'S5 S40',
    kind: 'N',
    says: 'GoogLeNet has 4M parameters.',
    count: (n) => [
      `as in the paper: ${whole(n.params('googlenet'))}`,
      `with both auxiliary classifiers: ${whole(n.params(['googlenet', { aux: true }]))}`,
      `with batch normalization: ${whole(n.params('googlenet-bn'))}`,
      `as torchvision builds it: ${whole(n.params('googlenet-torchvision'))}`,
    ],
    truth: (n) => `Counting gives ${whole(n.params('googlenet'))}.`,
    because: () =>
      'The paper prints no total, and the rows of its own table add up to far more than the slide’s figure.',
    sources: [['googlenet', 'table 1']],
  },
]
