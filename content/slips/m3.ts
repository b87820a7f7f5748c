import { decimal, share, size, whole } from '../../src/lessons/format'
import type { Slip } from '../../src/lessons/slip'

/** S18 to S30: ResNet. */
export const slips: readonly Slip[] = [
  {
    e: 19,
    slides: 'S19',
    kind: 'T',
    about: 'vanishing and exploding gradients',
    says: 'the notorious problem of vanishing/exploding gradients … has been largely addressed by normalized initialization and intermediate normalization layers',
    count: (n) => [
      `plain-34: ${n.convolutions('plain34')} convolutions`,
      `and ${n.graph('plain34').nodes.filter(({ op }) => op === 'batchNorm').length} normalizations, one after each`,
    ],
    truth: () =>
      'The sentence is from the ResNet paper and holds for the forward signal. In the backward pass, batch normalization itself makes gradients explode at initialization: in a plain network, they grow exponentially with depth.',
    because: () =>
      'The ResNet authors report healthy gradients and call vanishing ones an unlikely cause. So ResNet is not a cure for vanishing gradients, although many courses say so. The explosion was shown later; after one training step, it is much weaker.',
    sources: [
      ['resnet', 'sections 1 and 4.1'],
      ['yang', 'abstract'],
    ],
  },
  {
    e: 20,
    slides: 'S21',
    kind: 'W',
    about: 'depth and performance',
    says: 'increasing the depth of a network leads to a decrease in performance on both test and training data',
    count: () => [
      `plain, 34 against 18 layers: 28.54 − 27.94 = ${decimal(28.54 - 27.94)} percentage points worse`,
      `residual: 27.88 − 25.03 = ${decimal(27.88 - 25.03)} percentage points better`,
    ],
    truth: () =>
      'This is true of plain networks beyond a certain depth, but not of the residual networks in this module.',
    because: () =>
      'On ImageNet validation images, the plain network has a top-1 error of 28.54% with 34 layers and 27.94% with 18. With shortcuts, the order is reversed: 25.03% and 27.88%.',
    sources: [['resnet', 'table 2']],
  },
  {
    e: 21,
    slides: 'S23',
    kind: 'W',
    about: 'equal shapes',
    says: 'This kind of design requires that the output of the two convolutional layers has to be of the same shape as the input, so that they can be added together.',
    count: (n) => [
      `A, zeros: ${whole(n.params(['resnet34', { shortcut: 'A' }]))} parameters in ResNet-34`,
      `B, projections where the shape changes: ${whole(n.params('resnet34'))}`,
      `C, projections everywhere: ${whole(n.params(['resnet34', { shortcut: 'C' }]))}`,
    ],
    truth: () =>
      'The two inputs of the addition must have the same shape, but the shortcut, too, may change the shape of its input.',
    because: () => 'Options A, B and C all do so at the start of each later stage.',
    sources: [['resnet', 'section 3.3']],
  },
  {
    e: 22,
    slides: 'S25',
    kind: 'W',
    about: 'the first two layers',
    says: 'They are the same as those of the GoogLeNet … The difference is the batch normalization layer added after each convolutional layer in ResNet.',
    count: (n) => [
      `the two 7×7 convolutions: ${whole(n.weights('resnet18', 'conv1'))} and ${whole(n.weights('googlenet', 'conv1'))} weights`,
      `ResNet adds ${n.batchNorm('resnet18', 'conv1')} values of γ and β, GoogLeNet ${n.biases('googlenet', 'conv1')} biases`,
    ],
    truth: () =>
      'Kernels, strides and channels are the same. Batch normalization is not the only difference: GoogLeNet’s stem has biases and response normalization; ResNet-18’s has neither.',
    because: () =>
      'The max pool does not differ between the papers: in the ResNet authors’ own model it has no padding, and Caffe rounds up, as for GoogLeNet. The padding was chosen by torchvision and by the book that the lecture follows.',
    sources: [
      ['resnet-code', 'ResNet-101-deploy.prototxt, pool1'],
      ['googlenet', 'figure 3'],
      ['d2l', 'section 8.6'],
    ],
  },
  {
    e: 23,
    slides: 'S28',
    kind: 'OK',
    about: 'the 18 layers',
    says: 'There are 4 convolutional layers in each module (excluding the 1×1 convolutional layer). Together with the first 7×7 convolutional layer and the final fully-connected layer, there are 18 layers in total.',
    count: (n) => [
      `longest path: ${n.depth('resnet18')} layers`,
      `all convolutions, projections included: ${n.convolutions('resnet18')}`,
    ],
    truth: (n) => `One plus four times four plus one makes ${n.depth('resnet18')}.`,
    because: (n) =>
      `The three projections are on the shortcuts and thus not on the longest path; with them, there are ${n.convolutions('resnet18')} convolutions.`,
    sources: [['resnet', 'table 1']],
  },
  {
    e: 24,
    slides: 'S26',
    kind: 'W',
    about: 'max pooling between the blocks',
    says: 'A max pooling layer with a stride of 2 has already been used between two blocks in each module.',
    count: (n) => [
      `max pooling layers in the network: ${n.graph('resnet18').nodes.filter(({ op }) => op === 'maxPool').length}`,
      `convolutions with stride 2 after the stem: ${n.graph('resnet18').nodes.filter(({ attrs, id }) => attrs.stride === 2 && id.startsWith('conv') && !id.startsWith('conv1')).length}, projections included`,
    ],
    truth: () =>
      'There is one max pooling layer, in the stem. The later stages halve the map with a strided convolution.',
    because: () =>
      'A sentence from the textbook was garbled. The original says that the first stage need not reduce height and width, because max pooling with stride 2 has already been used.',
    sources: [['d2l', 'section 8.6']],
  },
  {
    e: 25,
    slides: 'S26',
    kind: 'W',
    about: 'blocks per module',
    says: 'Two residual blocks are used for each module.',
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
    truth: () => 'This is true only of ResNet-18.',
    because: () => 'ResNet-34 and ResNet-50 follow the same plan with different numbers of blocks.',
    sources: [['resnet', 'table 1']],
  },
  {
    e: 26,
    slides: 'S27',
    kind: 'M',
    about: 'doubling the channels',
    says: 'In the first residual block for each of the subsequent modules, the number of channels is doubled compared with that of the previous module.',
    count: (n) =>
      ['conv2_x', 'conv3_x', 'conv4_x', 'conv5_x'].map(
        (stage) => `${stage}: ${size(n.shape('resnet18', stage))}, ${whole(n.macs('resnet18', stage))} MACs`,
      ),
    truth: () => 'Right, but height and width are halved at the same time.',
    because: () =>
      'Together, the two changes keep the cost of a 3×3 convolution constant, so all later stages cost the same; neither change alone would do so.',
    sources: [['d2l', 'section 8.6']],
  },
  {
    e: 27,
    slides: 'S28',
    kind: 'W',
    about: 'how similar ResNet is to GoogLeNet',
    says: 'Although the main architecture of ResNet is similar to that of GoogLeNet, ResNet’s structure is simpler and easier to modify.',
    count: (n) => [
      `blocks with parallel paths of different kernels: ${n.graph('googlenet').nodes.filter(({ op }) => op === 'concat').length} in GoogLeNet, ${n.graph('resnet18').nodes.filter(({ op }) => op === 'concat').length} in ResNet-18`,
      `parameters: ${decimal(n.params('resnet18') / n.params('googlenet'))} times those of GoogLeNet`,
    ],
    truth: () =>
      'The two networks share a plan: a stem, stages of blocks (three in GoogLeNet, four in ResNet), global average pooling and a classifier.',
    because: () => 'ResNet has no parallel paths with different kernels; its only branch is the shortcut.',
    sources: [['resnet', 'section 3.3']],
  },
  {
    e: 28,
    slides: 'S30',
    kind: 'O',
    about: 'the row of conv2_x',
    says: 'conv2_x … 3×3, 64 · 2×2',
    count: (n) => [
      `conv2_x: ${size(n.shape('resnet18', 'conv2_x'))}, ${whole(n.weights('resnet18', 'conv2_x'))} weights = 4 · 3·3·64·64`,
      `fc: ${whole(n.weights('resnet18', 'fc'))} weights and ${whole(n.biases('resnet18', 'fc'))} biases, ${share(n.params('resnet18', 'fc') / n.params('resnet18'))} of all parameters`,
    ],
    truth: () =>
      'The row stands for two blocks, each with two 3×3 convolutions of 64 filters. In the paper’s table, the stem’s max pooling is in the same row.',
    because: () =>
      'The paper puts brackets around the two layers of a block. Neither the slide nor the paper’s table shows the projections.',
    sources: [['resnet', 'table 1']],
  },
]
