import { decimal, share, size, whole } from '../../src/lessons/format'
import type { Slip } from '../../src/lessons/slip'

/** S18 to S30: ResNet. */
export const slips: readonly Slip[] = [
  {
    e: 19,
    slides: 'S19',
    kind: 'T',
    says: 'Vanishing and exploding gradients have been largely addressed by normalized initialization and normalization layers.',
    count: (n) => [
      `plain-34: ${n.convolutions('plain34')} convolutions`,
      `and ${n.graph('plain34').nodes.filter(({ op }) => op === 'batchNorm').length} normalizations, one behind each`,
    ],
    truth: () =>
      'Right. But many courses go on to say that ResNet cures vanishing gradients, and that is not what its paper says.',
    because: () =>
      'The authors checked that batch normalization keeps forward and backward signals healthy in their plain networks, and argue that degradation is unlikely to be caused by vanishing gradients.',
    sources: [['resnet', 'section 4.1']],
  },
  {
    e: 20,
    slides: 'S21',
    kind: 'W',
    says: 'Increasing the depth of a network leads to a decrease in performance on both test and training data.',
    count: () => [
      `plain, 34 against 18 layers: 28.54 − 27.94 = ${decimal(28.54 - 27.94)} points worse`,
      `residual: 27.88 − 25.03 = ${decimal(27.88 - 25.03)} points better`,
    ],
    truth: () =>
      'True of plain networks past a certain depth; not of the residual networks that this module is about.',
    because: () =>
      'On ImageNet the plain network of 34 layers errs 28.54%, that of 18 layers 27.94%; with shortcuts the order turns round, 25.03% against 27.88%.',
    sources: [['resnet', 'table 2']],
  },
  {
    e: 21,
    slides: 'S23',
    kind: 'W',
    says: 'The output of the two convolutions must have the same shape as the input.',
    count: (n) => [
      `A, zeros: ${whole(n.params(['resnet34', { shortcut: 'A' }]))} parameters in ResNet-34`,
      `B, projections where the shape changes: ${whole(n.params('resnet34'))}`,
      `C, projections everywhere: ${whole(n.params(['resnet34', { shortcut: 'C' }]))}`,
    ],
    truth: () => 'The two sides of the addition must be equal; the way around may change shape as well.',
    because: () => 'That is what the shortcuts A, B and C are for, at the beginning of each later stage.',
    sources: [['resnet', 'section 3.3']],
  },
  {
    e: 22,
    slides: 'S25',
    kind: 'W',
    says: 'The first two layers are the same as those of GoogLeNet.',
    count: (n) => [
      `7×7 of both: ${whole(n.weights('resnet18', 'conv1'))} and ${whole(n.weights('googlenet', 'conv1'))} weights`,
      `beside them: ${n.batchNorm('resnet18', 'conv1')} values of γ and β, or ${n.biases('googlenet', 'conv1')} biases`,
    ],
    truth: () => 'Kernel, stride and channels are the same; the rest is not.',
    because: () =>
      'GoogLeNet has biases, response normalization and pools that round up; ResNet has batch normalization and a pool with padding.',
    sources: [
      ['resnet', 'table 1'],
      ['googlenet', 'table 1'],
    ],
  },
  {
    e: 23,
    slides: 'S28',
    kind: 'OK',
    says: 'Four convolutions in each module (without the 1×1), with the first convolution and the last layer 18 in all.',
    count: (n) => [
      `longest path: ${n.depth('resnet18')} layers`,
      `convolutions anywhere: ${n.convolutions('resnet18')}, projections counted`,
    ],
    truth: (n) => `One, four times four, and one: ${n.depth('resnet18')}.`,
    because: (n) =>
      `The three projections stand beside the path; with them there are ${n.convolutions('resnet18')} convolutions.`,
    sources: [['resnet', 'table 1']],
  },
  {
    e: 24,
    slides: 'S26',
    kind: 'W',
    says: 'A max pooling layer with a stride of 2 has already been used between two blocks in each module.',
    count: (n) => [
      `max pools in the network: ${n.graph('resnet18').nodes.filter(({ op }) => op === 'maxPool').length}`,
      `convolutions with stride 2 behind the stem: ${n.graph('resnet18').nodes.filter(({ attrs, id }) => attrs.stride === 2 && id.startsWith('conv') && !id.startsWith('conv1')).length}, projections counted`,
    ],
    truth: () => 'There is one max pool, in the stem; the later stages halve by the stride of a convolution.',
    because: () =>
      'The sentence of the book got garbled: since a pool with stride 2 has already been used, the FIRST stage need not reduce height and width.',
    sources: [['d2l', 'section 8.6']],
  },
  {
    e: 25,
    slides: 'S26',
    kind: 'W',
    says: 'Each module consists of two blocks.',
    count: (n) =>
      (['resnet18', 'resnet34', 'resnet50'] as const).map(
        (name) =>
          `${n.graph(name).architecture.title}: ${['conv2_x', 'conv3_x', 'conv4_x', 'conv5_x']
            .map(
              (stage) =>
                n.graph(name).groups.filter(({ parent, level }) => parent === stage && level === 'block')
                  .length,
            )
            .join(', ')}`,
      ),
    truth: () => 'In ResNet-18 only.',
    because: () => 'ResNet-34 and ResNet-50 have other numbers of blocks, and the same plan.',
    sources: [['resnet', 'table 1']],
  },
  {
    e: 26,
    slides: 'S27',
    kind: 'M',
    says: 'The number of channels is doubled in each later module.',
    count: (n) =>
      ['conv2_x', 'conv3_x', 'conv4_x', 'conv5_x'].map(
        (stage) => `${stage}: ${size(n.shape('resnet18', stage))}, ${whole(n.macs('resnet18', stage))} MACs`,
      ),
    truth: () => 'Right, and height and width are halved at the same time.',
    because: () =>
      'Together that keeps the cost of a 3×3 the same from stage to stage; one without the other would not.',
    sources: [['d2l', 'section 8.6']],
  },
  {
    e: 27,
    slides: 'S28',
    kind: 'W',
    says: 'The main architecture is similar to that of GoogLeNet, but simpler.',
    count: (n) => [
      `branches with different kernels: ${n.graph('googlenet').nodes.filter(({ op }) => op === 'concat').length} in GoogLeNet, ${n.graph('resnet18').nodes.filter(({ op }) => op === 'concat').length} in ResNet-18`,
      `parameters: ${decimal(n.params('resnet18') / n.params('googlenet'))} times those of GoogLeNet`,
    ],
    truth: () =>
      'Stem, stages of blocks (three there, four here), average, classifier: that much they share.',
    because: () => 'ResNet has no paths with different kernels; its only branch is the way around.',
    sources: [['resnet', 'section 3.3']],
  },
  {
    e: 28,
    slides: 'S30',
    kind: 'O',
    says: 'conv2_x: 3×3, 64; 2×2.',
    count: (n) => [
      `conv2_x: ${size(n.shape('resnet18', 'conv2_x'))}, ${whole(n.weights('resnet18', 'conv2_x'))} weights = 4 · 3·3·64·64`,
      `fc: ${whole(n.weights('resnet18', 'fc'))} weights and ${whole(n.biases('resnet18', 'fc'))} biases, ${share(n.params('resnet18', 'fc') / n.params('resnet18'))} of all`,
    ],
    truth: () =>
      'Two blocks of two 3×3 convolutions with 64 filters; the max pool of the stem stands in the same row of the paper.',
    because: () =>
      'The brackets of the table were lost when the text was taken from the slide. Projections are not shown there at all.',
    sources: [['resnet', 'table 1']],
  },
]
