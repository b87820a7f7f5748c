import type { Slip } from '../../src/lessons/slip'
import { decimal, share, whole } from '../../src/lessons/format'
import type { Network, Numbers } from '../../src/lessons/numbers'

const head = ['fc6', 'fc7', 'fc8'] as const

/** The share of VGG-16 that its fully connected layers hold. */
const ofHead = (n: Numbers, of: 'params' | 'macs') =>
  head.reduce((sum, at) => sum + n[of]('vgg16', at), 0) / n[of]('vgg16')

const counted = (n: Numbers, networks: readonly (readonly [string, Network])[]) =>
  networks.map(([name, network]) => `${name}: ${whole(n.params(network))}`)

/** S1 to S4 and S40: numbers of many networks. */
export const slips: readonly Slip[] = [
  {
    e: 14,
    slides: 'S4',
    kind: 'I',
    says: 'SPPNet (MSRA), 2014, third: 7.35%.',
    count: () => [
      `between the two tables: 8.1 − 7.35 = ${decimal(8.1 - 7.35)} points`,
      `8.1 by 7.35: ${decimal(8.1 / 7.35)} times as many errors`,
    ],
    truth: () =>
      'Two numbers are in print: 7.35% in the table that the slide copies, and 8.1% for the same entry of eleven networks in the table of the VGG paper.',
    because: () =>
      'The GoogLeNet paper gives 7.35% without saying how many networks; the VGG paper lists the test error of the entry. Both are shown, each with its source.',
    sources: [
      ['googlenet', 'table 2'],
      ['vgg', 'table 7'],
    ],
  },
  {
    e: 15,
    slides: 'S4',
    kind: 'N',
    says: 'ZFNet (Clarifai), 2013: 11.7% and 11.2%.',
    count: () => [
      `without other data: 14.8 − 11.7 = ${decimal(14.8 - 11.7, 1)} points`,
      `with it: 14.8 − 11.2 = ${decimal(14.8 - 11.2, 1)} points`,
    ],
    truth: () =>
      'Those are the errors of the entry of Clarifai, several networks. The networks of Zeiler and Fergus, six of them, had 14.8% on the test images.',
    because: () =>
      'The first column was added to the table, and a company’s entry got the name of a paper: related people, another system.',
    sources: [
      ['googlenet', 'table 2'],
      ['vgg', 'table 7'],
    ],
  },
  {
    e: 16,
    slides: 'S4',
    kind: 'W',
    says: 'AlexNet 16.4% … GoogLeNet 6.67%.',
    count: () => [
      `7 networks · 144 crops = ${whole(7 * 144)} passes for one image`,
      '1 network · 1 crop = 1 pass',
    ],
    truth: () =>
      'The rows are entries, not architectures. 6.67% is the error when the answers of seven GoogLeNets on 144 crops of each image are averaged; one GoogLeNet on one crop has 10.07%. AlexNet’s 16.4% are five networks; one alone has 18.2% on the validation images.',
    because: () =>
      'A challenge is won by everything one can afford. To compare architectures, compare one network, one crop.',
    sources: [
      ['googlenet', 'table 3'],
      ['vgg', 'table 7'],
    ],
  },
  {
    e: 17,
    slides: 'S5',
    kind: 'W',
    says: 'Dataset: ILSVRC2014 (ImageNet2014).',
    count: (n) => [
      `classes that AlexNet tells apart, 2012: ${whole(n.channels('alexnet', 'fc8'))}`,
      `that GoogLeNet does, 2014: ${whole(n.channels('googlenet', 'fc'))}`,
    ],
    truth: () =>
      'The challenge is that of 2014; the training images for classification are those of ILSVRC 2012, as they have been in every later year.',
    because: () =>
      'The classification task kept its training images and its 1000 classes after 2012, which is what makes the errors of different years comparable.',
    sources: [['ilsvrc', 'section 3']],
  },
  {
    e: 18,
    slides: 'S3 S5',
    kind: 'W',
    says: 'Increasing the number of parameters means you need to increase your existing computational resources.',
    count: (n) => [
      `AlexNet: ${whole(n.params('alexnet'))} parameters, ${whole(n.macs('alexnet'))} MACs`,
      `GoogLeNet: ${whole(n.params('googlenet'))} parameters, ${whole(n.macs('googlenet'))} MACs`,
      `fully connected layers of VGG-16: ${share(ofHead(n, 'params'))} of the parameters, ${share(ofHead(n, 'macs'))} of the MACs`,
    ],
    truth: (n) =>
      `Memory for weights grows with them, work need not: AlexNet has ${decimal(n.params('alexnet') / n.params('googlenet'), 1)} times the parameters of GoogLeNet and ${decimal(n.macs('alexnet') / n.macs('googlenet'))} times its MACs.`,
    because: () =>
      'A convolution uses a weight at every position of the map, a fully connected layer once. Nor does a bigger model always overfit: on CIFAR-10 ResNet-110 has a smaller test error than ResNet-20, and only ResNet-1202 does worse again.',
    sources: [
      ['googlenet', 'section 1'],
      ['resnet', 'table 6'],
    ],
  },
  {
    e: 39,
    slides: 'S40',
    kind: 'O',
    says: 'LeNet > 60K, AlexNet > 60.97 M, VGGNet16 > 138.36M, GoogLeNet > 4M, ResNet-18 > 11M, DenseNet-121 > 8M',
    count: (n) =>
      counted(n, [
        ['LeNet-5 (1998)', 'lenet5-1998'],
        ['AlexNet', 'alexnet'],
        ['VGG-16', 'vgg16'],
        ['ResNet-18', 'resnet18'],
        ['DenseNet-121', 'densenet121'],
      ]).concat(
        `DenseNet-121 with running statistics: ${whole(n.params('densenet121') + n.running('densenet121'))}`,
      ),
    truth: (n) =>
      `Read as “greater than”, four of the six would be wrong: LeNet-5 of 1998 has exactly ${whole(n.params('lenet5-1998'))}, AlexNet ${whole(n.params('alexnet'))}, VGG-16 ${whole(n.params('vgg16'))} and DenseNet-121 ${whole(n.params('densenet121'))}.`,
    because: (n) =>
      `The sign is most likely a bullet that the text turned into “>”, and the numbers are rounded. DenseNet-121 passes eight million only where its ${whole(n.running('densenet121'))} running statistics are counted, as Keras does.`,
    sources: [
      ['lenet', 'section II-B'],
      ['torchvision', 'weights metadata'],
    ],
  },
  {
    e: 40,
    slides: 'S40',
    kind: 'W',
    says: 'LeNet 60K, AlexNet 60.97 M',
    count: (n) =>
      counted(n, [
        ['LeNet-5 of 1998', 'lenet5-1998'],
        ['LeNet-5 as written today', 'lenet5'],
        ['AlexNet of 2012, two groups', 'alexnet'],
        ['AlexNet without groups', 'alexnet-ungrouped'],
        ['AlexNet of torchvision', 'alexnet-torchvision'],
      ]),
    truth: (n) =>
      `Both names stand for several networks: LeNet-5 has ${whole(n.params('lenet5-1998'))} or ${whole(n.params('lenet5'))} parameters, AlexNet ${whole(n.params('alexnet'))}, ${whole(n.params('alexnet-ungrouped'))} or ${whole(n.params('alexnet-torchvision'))}.`,
    because: () =>
      'Today’s LeNet-5 connects all maps and trains its output; AlexNet without its two groups reads all channels, and torchvision’s has other widths.',
    sources: [
      ['lenet', 'table 1'],
      ['alexnet', 'figure 2'],
      ['torchvision', 'models.alexnet'],
    ],
  },
]
