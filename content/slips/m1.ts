import type { Slip } from '../../src/lessons/slip'
import { sums } from '../../src/lab/inception/table-one/rows'
import { decimal, share, size, whole } from '../../src/lessons/format'

/** S5 to S17: GoogLeNet. */
export const slips: readonly Slip[] = [
  {
    e: 1,
    slides: 'S5 S40',
    kind: 'N',
    about: 'GoogLeNet’s parameters',
    says: 'GoogLeNet: 4M parameters',
    count: (n) => [
      `as in the paper: ${whole(n.params('googlenet'))}`,
      `with both auxiliary classifiers: ${whole(n.params(['googlenet', { aux: true }]))}`,
      `with batch normalization: ${whole(n.params('googlenet-bn'))}`,
      `as torchvision builds it: ${whole(n.params('googlenet-torchvision'))}`,
      `the rows of the table on slide 12, added up: ${sums().params.said}`,
    ],
    truth: (n) => `Counting gives ${whole(n.params('googlenet'))} parameters.`,
    because: () =>
      'The paper prints no total, but the rows of its table add up to far more than 4 million. A later paper by the same group says 5 million, which is also too low.',
    sources: [
      ['googlenet', 'table 1'],
      ['inceptionv3', 'section 1'],
    ],
  },
  {
    e: 2,
    slides: 'S5',
    kind: 'I',
    about: '12 times fewer parameters',
    says: '12 times fewer parameters than AlexNet',
    count: (n) => [
      `${whole(n.params('alexnet'))} / ${whole(n.params('googlenet'))} = ${decimal(n.params('alexnet') / n.params('googlenet'))}`,
      `with both auxiliary classifiers: ${decimal(n.params('alexnet') / n.params(['googlenet', { aux: true }]))}`,
      `without GoogLeNet’s last layer: ${decimal(n.params('alexnet') / (n.params('googlenet') - n.params('googlenet', 'fc')), 1)}`,
    ],
    truth: (n) =>
      `Counting gives ${decimal(n.params('alexnet') / n.params('googlenet'))} times fewer parameters.`,
    because: (n) =>
      `The factor comes from the paper itself. A later paper by the same group gives the two numbers behind it, 60 and 5 million: 60/5 = 12. For a factor of 12, GoogLeNet would need ${decimal(n.params('alexnet') / 12 / 1e6)} million parameters, and the slide’s own numbers give 60M/4M = 15.`,
    sources: [
      ['googlenet', 'section 1'],
      ['inceptionv3', 'section 1'],
    ],
  },
  {
    e: 3,
    slides: 'S12',
    kind: 'I',
    about: 'the first convolution, 2.7K and 34M',
    says: 'convolution · 7×7/2 … 2.7K · 34M',
    count: (n) => {
      const separable = ['googlenet', { 'separable-stem': true }] as const
      return [
        `7×7, 64 filters on three color channels: ${whole(n.weights('googlenet', 'conv1'))} weights, ${whole(n.macs('googlenet', 'conv1'))} MACs`,
        `depthwise with eight kernels per color channel, then 1×1: ${whole(n.weights(separable, 'conv1'))} weights, ${whole(n.macs(separable, 'conv1'))} MACs`,
      ]
    },
    truth: (n) =>
      `A 7×7 convolution with 64 filters has ${whole(n.weights('googlenet', 'conv1'))} weights and ${whole(n.macs('googlenet', 'conv1'))} MACs.`,
    because: () =>
      'Both printed numbers fit a depthwise separable 7×7, if K is a thousand in this row and not 1024 as in the others. Chollet writes that Inception V1 and V2 began with such a layer, and the batch normalization paper says the same of its own variant. The arithmetic is exact, so the row very likely describes a different layer and is not a typing mistake.',
    sources: [
      ['xception', 'section 2'],
      ['batchnorm', 'appendix'],
    ],
  },
  {
    e: 4,
    slides: 'S12',
    kind: 'I',
    about: 'the row of block 4c',
    says: 'inception (4c) … 463K · 100M',
    count: (n) => [
      `4c: ${whole(n.weights('googlenet', 'inception_4c'))} weights, ${whole(n.macs('googlenet', 'inception_4c'))} MACs`,
      `as printed: 100M / (463·1024) = ${decimal(100e6 / (463 * 1024), 1)} positions; the map has ${size(n.shape('googlenet', 'inception_4c').slice(0, 2))} = ${n.shape('googlenet', 'inception_4c')[0] ** 2}`,
    ],
    truth: (n) =>
      `Block 4c has ${whole(n.weights('googlenet', 'inception_4c'))} weights. Among the other rows from 4a to 5b, row 5a is off by about five percent and the others by less than two percent.`,
    because: () =>
      'Every weight is used once at every position, so operations divided by parameters must equal the number of positions. In row 4c, this ratio is furthest off; in 4d and 5b, it is off by two percent.',
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 5,
    slides: 'S12',
    kind: 'I',
    about: 'the row of block 5a',
    says: 'inception (5a) … 1072K · 54M',
    count: (n) => [
      `${n.shape('googlenet', 'inception_5a')[0]}·${n.shape('googlenet', 'inception_5a')[1]}·${whole(n.weights('googlenet', 'inception_5a'))} = ${whole(n.macs('googlenet', 'inception_5a'))}`,
    ],
    truth: (n) =>
      `Counting gives ${whole(n.weights('googlenet', 'inception_5a'))} weights and ${whole(n.macs('googlenet', 'inception_5a'))} MACs.`,
    because: (n) =>
      `The row’s two numbers agree with each other but not with the count. Block 5a has the same six widths as 4e and differs only in its input: ${n.channels('googlenet', 'inception_4e')} channels instead of ${n.channels('googlenet', 'inception_4d')}.`,
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 6,
    slides: 'S12',
    kind: 'W',
    about: 'what K and M stand for',
    says: 'params · ops … linear … 1000K · 1M',
    count: (n) => [
      `last layer: ${whole(n.weights('googlenet', 'fc'))} weights = 1000 · 1024`,
      `biases in the whole network: ${whole(n.biases('googlenet'))}`,
    ],
    truth: (n) =>
      `K is 1024 in all rows but the first, M is a million, and the ${whole(n.biases('googlenet'))} biases are left out.`,
    because: () =>
      'Only with K = 1024 does the last layer have 1000K weights, and only with M = 10⁶ do the operations fit.',
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 7,
    slides: 'S12',
    kind: 'M',
    about: 'how pooling gets from 112 to 56',
    says: 'max pool · 3×3/2 · 56×56×64',
    count: (n) => {
      const floor = ['googlenet', { 'pool-rounding': 'floor' }] as const
      const sides = (network: Parameters<typeof n.shape>[0]) =>
        ['pool1', 'pool2', 'pool3', 'pool4'].map((at) => n.shape(network, at)[0]).join(', ')
      return [`rounded up: ${sides('googlenet')}`, `rounded down: ${sides(floor)}`]
    },
    truth: () => 'Getting 56 takes rounding up or one pixel of padding. Rounding down gives 55.',
    because: () =>
      'The paper does not say which of the two was used. Caffe rounds up in every pooling layer, and torchvision’s GoogLeNet does the same; the book that the lecture follows uses padding instead.',
    sources: [
      ['d2l', 'section 8.4'],
      ['torchvision', 'GoogLeNet'],
    ],
  },
  {
    e: 8,
    slides: 'S12',
    kind: 'M',
    about: 'what the table leaves out',
    shows: 'The table has neither response normalization nor auxiliary classifiers.',
    count: (n) => [
      `with both classifiers: ${whole(n.params(['googlenet', { aux: true }]))}`,
      `without: ${whole(n.params('googlenet'))}`,
      `difference: ${whole(n.params(['googlenet', { aux: true }]) - n.params('googlenet'))}`,
    ],
    truth: () =>
      'Figure 3 of the paper shows two response normalizations in the stem and two auxiliary classifiers, one after 4a and one after 4d.',
    because: () =>
      'The auxiliary classifiers are used only in training. Each consists of 5×5 average pooling with stride 3, a 1×1 convolution with 128 filters, a fully connected layer with 1,024 outputs, dropout and one more layer for the classes. Their losses have a weight of 0.3.',
    sources: [['googlenet', 'figure 3 and section 5']],
  },
  {
    e: 9,
    slides: 'S17',
    kind: 'OK',
    about: '22 layers, or 27, or about 100',
    says: 'The network is 22 layers deep when counting only layers with parameters (or 27 layers if we also count pooling). The overall number of layers (independent building blocks) used for the construction of the network is about 100',
    count: (n) => [
      `longest path, layers with weights: ${n.depth('googlenet')}`,
      `with the pooling layers on it: ${n.depth('googlenet', 'withPooling')}`,
      `building blocks: ${n.depth('googlenet', 'boxes')}, with auxiliary classifiers ${n.depth(['googlenet', { aux: true }], 'boxes')}, with every ReLU ${n.depth('googlenet', 'boxesWithActivations')}`,
    ],
    truth: (n) =>
      `${n.depth('googlenet')} and ${n.depth('googlenet', 'withPooling')} are right for the longest path.`,
    because: (n) =>
      `The pooling inside the nine blocks is not on that path. As for the “about 100” building blocks, we count ${n.depth('googlenet', 'boxes')} at inference and ${n.depth(['googlenet', { aux: true }], 'boxes')} with the auxiliary classifiers.`,
    sources: [['googlenet', 'section 5']],
  },
  {
    e: 10,
    slides: 'S10',
    kind: 'W',
    about: 'removing the fully connected layers',
    says: 'Can remove fully connected layers on top completely.',
    count: (n) => [
      `the layer that remains: ${whole(n.params('googlenet', 'fc'))} parameters, ${share(n.params('googlenet', 'fc') / n.params('googlenet'))} of all`,
    ],
    truth: (n) =>
      `The hidden ones are gone, but one fully connected layer remains, with ${whole(n.params('googlenet', 'fc'))} parameters.`,
    because: () =>
      'Something has to turn channels into class scores, as slide 16 says. Averaging each channel before the last layer improved top-1 accuracy by about 0.6%.',
    sources: [['googlenet', 'section 5']],
  },
  {
    e: 11,
    slides: 'S16',
    kind: 'OK',
    about: 'the blocks of the fifth module',
    says: 'The fifth module has two 2× Inception blocks with 256+320+128+128=832 and 384+384+128+128=1024 output channels.',
    count: (n) => [
      `5a: ${n.channels('googlenet', 'inception_5a')} channels, 5b: ${n.channels('googlenet', 'inception_5b')}`,
    ],
    truth: () => 'There are two blocks, and both sums are right.',
    because: () => 'The “2×” is probably left over from a formula.',
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 12,
    slides: 'S15',
    kind: 'M',
    about: 'the slide without text',
    shows: 'It has no text that could be read.',
    count: (n) =>
      ['4a', '4b', '4c', '4d', '4e'].map(
        (block) => `${block}: ${n.channels('googlenet', `inception_${block}`)} channels`,
      ),
    truth: () =>
      'By elimination, the slide shows the middle group of five blocks, whose channel counts are in the table on slide 12.',
    because: () => 'Slides 14 and 16 show the other two groups, so only the middle group is left.',
    sources: [['googlenet', 'table 1']],
  },
  {
    e: 13,
    slides: 'S8 S12',
    kind: 'OK',
    about: 'the 5×5 path',
    says: 'The first three paths use 1×1, 3×3, and 5×5 conv. layers to extract information from different spatial sizes.',
    count: (n) => [
      `with 5×5 and batch normalization: ${whole(n.params('googlenet-bn'))} parameters, receptive field ${n.field('googlenet-bn')} pixels wide`,
      `torchvision, with 3×3: ${whole(n.params('googlenet-torchvision'))} parameters, receptive field ${n.field('googlenet-torchvision')} pixels wide`,
    ],
    truth: () => 'This is right for the paper, but not for every implementation called GoogLeNet.',
    because: () =>
      'TF-slim and, following it, torchvision have a 3×3 convolution on that path and a 2×2 window in the last max pool. The published weights were trained with the 3×3, so it was kept.',
    sources: [['torchvision', 'issue 906, opened in 2019']],
  },
]
