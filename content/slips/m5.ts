import { size, whole } from '../../src/lessons/format'
import type { Network, Numbers } from '../../src/lessons/numbers'
import type { Slip } from '../../src/lessons/slip'

/** Layers of every dense block, read off the graph. */
const layersOf = (n: Numbers, network: Network): readonly number[] =>
  n
    .graph(network)
    .group('')
    .children.filter((id) => id.startsWith('denseblock'))
    .map((id) => n.graph(network).group(id).children.length)

/** A block of L layers has L(L + 1)/2 links. */
const links = (layers: number): number => (layers * (layers + 1)) / 2

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

const transitions = (n: Numbers, network: Network): number =>
  n
    .graph(network)
    .group('')
    .children.filter((id) => id.startsWith('transition')).length

/** `(6 + 12 + 24 + 16)·2 + 5`: the stem, the transitions and the classifier beside the layers of the blocks. */
const nameRule = (n: Numbers, network: Network): string => {
  const layers = layersOf(n, network)
  return `(${layers.join(' + ')})·2 + ${2 + transitions(n, network)} = ${n.depth(network)}`
}

/** S33 to S39: DenseNet; S2 and S45: names and references. */
export const slips: readonly Slip[] = [
  {
    e: 32,
    slides: 'S33 S38',
    kind: 'W',
    about: 'which layers are connected',
    says: 'each layer was directly connected to every other layer in a feed-forward fashion',
    count: (n) => [
      ...layersOf(n, 'densenet121').map(
        (layers, b) => `block ${b + 1}: ${layers}·${layers + 1}/2 = ${links(layers)} links`,
      ),
      `all blocks: ${sum(layersOf(n, 'densenet121').map(links))} links`,
    ],
    truth: () =>
      'Each layer reads the input of its block and the outputs of all earlier layers in that block; features of earlier blocks reach it only through the transition.',
    because: (n) =>
      `Only maps of the same height and width can be concatenated, and transitions halve both. DenseNet-121 has ${sum(layersOf(n, 'densenet121').map(links))} links; connecting all of its ${sum(layersOf(n, 'densenet121'))} dense layers would take ${whole(links(sum(layersOf(n, 'densenet121'))))}.`,
    sources: [['densenet', 'section 3']],
  },
  {
    e: 33,
    slides: 'S37',
    kind: 'I',
    about: 'what average pooling halves',
    says: 'It … halves the height and width of the average pooling layer with a stride of 2',
    count: (n) =>
      [1, 2, 3].map(
        (i) =>
          `transition ${i}: ${size(n.shape('densenet121', `denseblock${i}`))} → ${size(n.shape('densenet121', `transition${i}`))}`,
      ),
    truth: (n) =>
      `Average pooling with stride 2 halves the height and width of the map: block 1 outputs ${n.shape('densenet121', 'denseblock1').join('×')}, and the transition after it outputs ${n.shape('densenet121', 'transition1').join('×')}.`,
    because: () =>
      'A map has a height and a width; a layer does not. The sentence seems to come from an early edition of the textbook; the current edition is correct.',
    sources: [['d2l', 'section 8.7']],
  },
  {
    e: 34,
    slides: 'S38',
    kind: 'W',
    about: '“our proposed network”',
    says: 'DenseNet-121 was used in our proposed network architecture',
    count: (n) => [
      `DenseNet-121 of Huang et al.: ${n.depth('densenet121')} layers, ${whole(n.params('densenet121'))} parameters`,
      'networks that the lecture proposes: none',
    ],
    truth: () => 'The lecture proposes no network; its subject is DenseNet-121 itself.',
    because: () => 'The sentence was most likely written for a paper that used DenseNet-121 as a component.',
    sources: [['densenet', 'table 1']],
  },
  {
    e: 35,
    slides: 'S38 S39',
    kind: 'W',
    about: 'the 121 layers',
    says: 'a total of 121 layers (117-conv, 3-transition, and 1-classification)',
    count: (n) => {
      const inBlocks = 2 * sum(layersOf(n, 'densenet121'))
      return [
        `in the blocks: (${layersOf(n, 'densenet121').join(' + ')})·2 = ${inBlocks}`,
        `with the stem: ${inBlocks + 1}`,
        `with the convolutions of ${transitions(n, 'densenet121')} transitions: ${n.convolutions('densenet121')}`,
        `with the classifier: ${n.depth('densenet121')}`,
      ]
    },
    truth: (n) =>
      `The sum is right, but each transition also has a convolution, so there are ${n.convolutions('densenet121')} convolutions and one fully connected layer.`,
    because: () =>
      'The slide groups layers by where they are, not by what they do. Pooling and normalization layers are not counted.',
    sources: [['densenet', 'table 1']],
  },
  {
    e: 36,
    slides: 'S38',
    kind: 'W',
    about: 'the order BN-ReLU-Conv',
    says: 'Each conv layer corresponds to a composite sequence of operations consisting of batch normalization (BN-Relu-Conv).',
    count: (n) => [
      `γ and β of the last normalization: ${whole(n.batchNorm('densenet121', 'avgpool'))}`,
      `γ and β of the stem’s normalization: ${whole(n.batchNorm('densenet121', 'conv0'))}`,
    ],
    truth: () =>
      'This is true of all convolutions but the first: the stem is Conv-BN-ReLU, followed by a max pool.',
    because: (n) =>
      `This order leaves no normalization after the last convolution, so one more BN-ReLU, with ${whole(n.batchNorm('densenet121', 'avgpool'))} values of γ and β, precedes the global average pooling.`,
    sources: [['densenet', 'section 3']],
  },
  {
    e: 37,
    slides: 'S39',
    kind: 'I',
    about: 'a name in the table',
    says: 'DenseNet-264',
    count: (n) =>
      ['densenet121', 'densenet169', 'densenet201', 'densenet264'].map(
        (network) => `${n.graph(network).architecture.title}: ${nameRule(n, network)}`,
      ),
    truth: (n) =>
      `The rule behind all the other names would give the name DenseNet-${n.depth('densenet264')}.`,
    because: () =>
      'The rule counts two convolutions per dense layer, plus the stem, the transitions and the classifier. The paper’s own table prints 264, and the slide repeats it.',
    sources: [['densenet', 'table 1']],
  },
  {
    e: 38,
    slides: 'S36',
    kind: 'W',
    about: 'three dense blocks, or four',
    says: 'A deep DenseNet with three dense blocks',
    count: (n) =>
      (['cifar-densenet40-k12', 'densenet121'] as const).map(
        (name) =>
          `${n.graph(name).architecture.title}: ${layersOf(n, name).length} blocks, ${transitions(n, name)} transitions`,
      ),
    truth: (n) =>
      `The figure shows the version for small images such as those of CIFAR. The networks for ImageNet have ${layersOf(n, 'densenet121').length} blocks and ${transitions(n, 'densenet121')} transitions between them.`,
    because: (n) =>
      `An image that is ${n.shape('cifar-densenet40-k12', 'input')[0]} pixels wide can be halved fewer times than one that is ${n.shape('densenet121', 'input')[0]} pixels wide.`,
    sources: [['densenet', 'figure 2 and table 1']],
  },
  {
    e: 46,
    slides: 'S2 S45',
    kind: 'M',
    about: 'ResNet’s name, and ResNeXt',
    says: 'RezNet: K. He; X. Zhang; S. Ren; J. Sun',
    shows: 'Slide 2 names ResNeXt, but the lecture has neither a slide about it nor a reference to it.',
    count: (n) => [
      `ResNeXt-50 32×4d, counted: ${whole(n.params('resnext50-32x4d'))} parameters, ${whole(n.macs('resnext50-32x4d'))} MACs`,
      'slides about it in the lecture: none',
    ],
    truth: () =>
      'The name is ResNet, short for residual network. The missing reference is the paper by Xie, Girshick, Dollár, Tu and He.',
    because: () =>
      'Slide 2 announces ResNeXt along with Inception, ResNet and DenseNet, but the lecture never returns to it. This course adds a module about it.',
    sources: [
      ['resnet', ''],
      ['resnext', ''],
    ],
  },
]
