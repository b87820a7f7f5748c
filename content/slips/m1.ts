import type { Slip } from '../../src/lessons/slip'
import { sums } from '../../src/lab/inception/table-one/rows'
import { decimal, share, size, whole } from '../../src/lessons/format'

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
      `the rows of slide S12, added up: ${sums().params.said}`,
    ],
    truth: (n) => `Counting gives ${whole(n.params('googlenet'))}.`,
    because: () =>
      'The paper prints no total, and the rows of its own table add up to far more than the slide’s figure.',
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 2,
    slides: 'S5',
    kind: 'I',
    says: '12 times fewer parameters than AlexNet.',
    count: (n) => [
      `${whole(n.params('alexnet'))} / ${whole(n.params('googlenet'))} = ${decimal(n.params('alexnet') / n.params('googlenet'))}`,
      `with both auxiliary classifiers: ${decimal(n.params('alexnet') / n.params(['googlenet', { aux: true }]))}`,
      `without the last layer of GoogLeNet: ${decimal(n.params('alexnet') / (n.params('googlenet') - n.params('googlenet', 'fc')), 1)}`,
    ],
    truth: (n) => `Counting gives ${decimal(n.params('alexnet') / n.params('googlenet'))} times fewer.`,
    because: (n) =>
      `The factor is the paper’s own. It would need a GoogLeNet of ${decimal(n.params('alexnet') / 12 / 1e6)} million, and the slide’s 60M by 4M would be 15.`,
    sources: [['googlenet', 'section 1']],
  },
  {
    e: 3,
    slides: 'S12',
    kind: 'I',
    says: 'convolution 7×7/2: 2.7K parameters, 34M operations.',
    count: (n) => {
      const separable = ['googlenet', { 'separable-stem': true }] as const
      return [
        `7×7, 64 filters on three colours: ${whole(n.weights('googlenet', 'conv1'))} weights, ${whole(n.macs('googlenet', 'conv1'))} MACs`,
        `depthwise with eight kernels a colour, then 1×1: ${whole(n.weights(separable, 'conv1'))} weights, ${whole(n.macs(separable, 'conv1'))} MACs`,
      ]
    },
    truth: (n) => `A 7×7 with 64 filters has ${whole(n.weights('googlenet', 'conv1'))} weights.`,
    because: () =>
      'Both printed numbers fit a depthwise separable 7×7, if K is a thousand in this row; in the others it is 1024. Chollet writes that Inception V1 and V2 began with one, and the paper on batch normalization says it of its variant. So it is no typing mistake but another layer; that is very likely, the arithmetic is exact.',
    sources: [
      ['xception', 'section 2'],
      ['batchnorm', 'appendix'],
    ],
  },
  {
    e: 4,
    slides: 'S12',
    kind: 'I',
    says: 'inception (4c): 463K parameters, 100M operations.',
    count: (n) => [
      `4c: ${whole(n.weights('googlenet', 'inception_4c'))} weights, ${whole(n.macs('googlenet', 'inception_4c'))} MACs`,
      `printed: 100M / (463·1024) = ${decimal(100e6 / (463 * 1024), 1)} positions; the map has ${size(n.shape('googlenet', 'inception_4c').slice(0, 2))} = ${n.shape('googlenet', 'inception_4c')[0] ** 2}`,
    ],
    truth: (n) =>
      `Block 4c has ${whole(n.weights('googlenet', 'inception_4c'))} weights; the other rows from 4a to 5b are off by up to a few percent too.`,
    because: () =>
      'Every weight is used once at every position, so operations by parameters must be the size of the map. In this row they are furthest from it; in 4d and 5b they miss it by two percent.',
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 5,
    slides: 'S12',
    kind: 'I',
    says: 'inception (5a): 54M operations.',
    count: (n) => [
      `${n.shape('googlenet', 'inception_5a')[0]}·${n.shape('googlenet', 'inception_5a')[1]}·${whole(n.weights('googlenet', 'inception_5a'))} = ${whole(n.macs('googlenet', 'inception_5a'))}`,
    ],
    truth: (n) => `Counting gives ${whole(n.macs('googlenet', 'inception_5a'))}.`,
    because: (n) =>
      `5a has the same six widths as 4e; only its input differs, ${n.channels('googlenet', 'inception_4e')} channels instead of ${n.channels('googlenet', 'inception_4d')}.`,
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 6,
    slides: 'S12',
    kind: 'W',
    says: 'params in K, operations in M.',
    count: (n) => [
      `linear: ${whole(n.weights('googlenet', 'fc'))} weights = 1000 · 1024`,
      `biases of the whole network: ${whole(n.biases('googlenet'))}`,
    ],
    truth: (n) =>
      `K is 1024 here and M is a million; the ${whole(n.biases('googlenet'))} biases are left out.`,
    because: () =>
      'Only with K = 1024 does the last row read 1000K, and only with M = 10⁶ do the operations fit.',
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 7,
    slides: 'S12',
    kind: 'M',
    says: 'max pool 3×3/2: 112 becomes 56.',
    count: (n) => {
      const floor = ['googlenet', { 'pool-rounding': 'floor' }] as const
      const sides = (network: Parameters<typeof n.shape>[0]) =>
        ['pool1', 'pool2', 'pool3', 'pool4'].map((at) => n.shape(network, at)[0]).join(', ')
      return [`rounded up: ${sides('googlenet')}`, `rounded down: ${sides(floor)}`]
    },
    truth: () => 'That needs rounding up, or one pixel of padding; rounding down gives an odd size.',
    because: () =>
      'The paper does not say it. Caffe and torchvision round these pools up; ResNet and the book the lecture follows pad instead.',
    sources: [
      ['d2l', 'section 8.4'],
      ['torchvision', 'GoogLeNet'],
    ],
  },
  {
    e: 8,
    slides: 'S12',
    kind: 'M',
    says: 'The table shows neither response normalization nor auxiliary classifiers.',
    count: (n) => [
      `with both classifiers: ${whole(n.params(['googlenet', { aux: true }]))}`,
      `without: ${whole(n.params('googlenet'))}`,
      `difference: ${whole(n.params(['googlenet', { aux: true }]) - n.params('googlenet'))}`,
    ],
    truth: () => 'Figure 3 of the paper has two normalizations in the stem, and classifiers after 4a and 4d.',
    because: () =>
      'They are there for training: average pool 5×5/3, a 1×1 of 128, a layer of 1024, dropout, the classes; their losses count 0.3.',
    sources: [['googlenet', 'figure 3 and section 5']],
  },
  {
    e: 9,
    slides: 'S17',
    kind: 'OK',
    says: '22 layers with parameters, 27 with pooling, about 100 building blocks.',
    count: (n) => [
      `longest path, weights only: ${n.depth('googlenet')}`,
      `with the pools on it: ${n.depth('googlenet', 'withPooling')}`,
      `boxes: ${n.depth('googlenet', 'boxes')}, with classifiers ${n.depth(['googlenet', { aux: true }], 'boxes')}, with every ReLU ${n.depth('googlenet', 'boxesWithActivations')}`,
    ],
    truth: (n) =>
      `${n.depth('googlenet')} and ${n.depth('googlenet', 'withPooling')} are right on the longest path.`,
    because: (n) =>
      `The pools inside the nine blocks are not on it. “About 100” is ${n.depth('googlenet', 'boxes')} boxes at inference and ${n.depth(['googlenet', { aux: true }], 'boxes')} with the classifiers.`,
    sources: [['googlenet', 'section 5']],
  },
  {
    e: 10,
    slides: 'S10',
    kind: 'W',
    says: 'Can remove fully connected layers on top completely.',
    count: (n) => [
      `the layer that stays: ${whole(n.params('googlenet', 'fc'))} parameters, ${share(n.params('googlenet', 'fc') / n.params('googlenet'))} of all`,
    ],
    truth: (n) =>
      `The hidden ones go; one linear layer stays, with ${whole(n.params('googlenet', 'fc'))} parameters.`,
    because: () =>
      'Somebody has to turn channels into classes, and slide S16 says so. The average before it gained about 0.6% top-1.',
    sources: [['googlenet', 'section 5']],
  },
  {
    e: 11,
    slides: 'S16',
    kind: 'OK',
    says: 'The fifth module has two 2× Inception blocks …',
    count: (n) => [
      `5a: ${n.channels('googlenet', 'inception_5a')} channels, 5b: ${n.channels('googlenet', 'inception_5b')}`,
    ],
    truth: () => 'Two blocks, and both sums are right.',
    because: () => 'The “2×” is probably left over from a formula that the text lost.',
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 12,
    slides: 'S15',
    kind: 'M',
    says: '(The slide has no text.)',
    count: (n) =>
      ['4a', '4b', '4c', '4d', '4e'].map(
        (block) => `${block}: ${n.channels('googlenet', `inception_${block}`)} channels`,
      ),
    truth: () => 'It is the middle group of five blocks; its sums stand in the table of slide S12.',
    because: () => 'Restored here from that table, and marked as restored.',
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 13,
    slides: 'S8 S12',
    kind: 'OK',
    says: 'The third path uses a 5×5.',
    count: (n) => [
      `with 5×5, batch normalization: ${whole(n.params('googlenet-bn'))} parameters, a unit sees ${n.field('googlenet-bn')} pixels`,
      `torchvision, with 3×3: ${whole(n.params('googlenet-torchvision'))}, ${n.field('googlenet-torchvision')} pixels`,
    ],
    truth: () => 'Right in the paper, but not in much of the code that bears its name.',
    because: () =>
      'The TF-slim port and torchvision have a 3×3 there, and a 2×2 as its last max pool; the weights were trained so, and the 3×3 was kept for their sake.',
    sources: [['torchvision', 'issue 906']],
  },
]
