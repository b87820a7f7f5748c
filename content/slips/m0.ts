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
    about: 'the error of SPPNet',
    says: 'SPPNet · MSRA · 2014 · 3rd · 7.35%',
    count: () => [
      `8.06 − 7.35 = ${decimal(8.06 - 7.35)} percentage points`,
      `8.06 / 7.35 = ${decimal(8.06 / 7.35)} times as many errors`,
    ],
    truth: () =>
      'MSRA’s entry, an ensemble of eleven networks, had a top-5 test error of 8.06%. The entry did come third.',
    because: () =>
      'The SPPNet authors give 8.06% in their own list of the results, and the VGG paper quotes it as 8.1%. Only the GoogLeNet paper prints 7.35%, in the table that the slide copies.',
    sources: [
      ['sppnet', 'table 5'],
      ['vgg', 'table 7'],
      ['googlenet', 'table 2'],
    ],
  },
  {
    e: 15,
    slides: 'S4',
    kind: 'N',
    about: 'two errors that are not ZFNet’s',
    says: 'ZFNet · Clarifai · 2013 · 1st · 11.7% … Clarifai · 2013 · 1st · 11.2%',
    count: () => [
      `ZFNet against Clarifai: 14.8 − 11.7 = ${decimal(14.8 - 11.7, 1)} percentage points`,
      `against Clarifai with external data: 14.8 − 11.2 = ${decimal(14.8 - 11.2, 1)} percentage points`,
    ],
    truth: () =>
      'Both errors belong to Clarifai, a company that entered several networks. The six networks in Zeiler and Fergus’s paper, averaged, have a top-5 test error of 14.8%.',
    because: () =>
      'A column of names was added to the GoogLeNet paper’s table, and the company’s entry was given the name of a related but different system.',
    sources: [
      ['googlenet', 'table 2'],
      ['vgg', 'table 7'],
    ],
  },
  {
    e: 16,
    slides: 'S4',
    kind: 'W',
    about: 'one architecture, one error',
    says: 'AlexNet … 16.4% … GoogLeNet … 6.67%',
    count: () => [
      `7 networks · 144 crops = ${whole(7 * 144)} forward passes per image`,
      '1 network · 1 crop = 1 forward pass',
    ],
    truth: () =>
      'The rows are competition entries, not architectures. Averaging the predictions of seven GoogLeNets over 144 crops per image gives 6.67%; one GoogLeNet on one crop has a validation error of 10.07%. AlexNet’s 16.4% comes from averaging five networks; a single one has a validation error of 18.2%.',
    because: () =>
      'A challenge rewards every forward pass you can afford. To compare architectures, use one network and one crop for each architecture.',
    sources: [
      ['googlenet', 'table 3'],
      ['alexnet', 'table 2'],
    ],
  },
  {
    e: 17,
    slides: 'S5',
    kind: 'W',
    about: 'the training images',
    says: 'Dataset: ILSVRC2014 (ImageNet2014)',
    count: (n) => [
      `classes of AlexNet, 2012: ${whole(n.channels('alexnet', 'fc8'))}`,
      `classes of GoogLeNet, 2014: ${whole(n.channels('googlenet', 'fc'))}`,
    ],
    truth: () =>
      'The challenge was held in 2014, but its classification task used the training images of ILSVRC 2012, as it did in every later year.',
    because: () =>
      'The task has kept the same images and the same 1,000 classes since 2012, which makes the errors from different years comparable.',
    sources: [['ilsvrc', 'section 3']],
  },
  {
    e: 18,
    slides: 'S3 S5',
    kind: 'W',
    about: 'parameters and compute',
    says: 'Increasing the number of parameters means you need to increase your existing computational resources.',
    count: (n) => [
      `AlexNet: ${whole(n.params('alexnet'))} parameters, ${whole(n.macs('alexnet'))} MACs`,
      `GoogLeNet: ${whole(n.params('googlenet'))} parameters, ${whole(n.macs('googlenet'))} MACs`,
      `fully connected layers of VGG-16: ${share(ofHead(n, 'params'))} of its parameters, ${share(ofHead(n, 'macs'))} of its MACs`,
    ],
    truth: (n) =>
      `More parameters need more memory, but not always more compute: AlexNet has ${decimal(n.params('alexnet') / n.params('googlenet'), 1)} times the parameters of GoogLeNet but only ${decimal(n.macs('alexnet') / n.macs('googlenet'))} times its MACs.`,
    because: () =>
      'A convolution uses each weight at every position of the map; a fully connected layer uses each weight only once. And a bigger model does not always overfit: on CIFAR-10, ResNet-110 has a lower test error than ResNet-20; only the far deeper ResNet-1202 does worse again.',
    sources: [
      ['googlenet', 'section 1'],
      ['resnet', 'table 6'],
    ],
  },
  {
    e: 39,
    slides: 'S40',
    kind: 'O',
    about: 'what “>” means',
    says: 'LeNet · > 60K … AlexNet · > 60.97 M … VGGNet16 · > 138.36M … GoogLeNet · > 4M … ResNet-18 · > 11M … DenseNet-121 · > 8M',
    count: (n) =>
      counted(n, [
        ['LeNet-5 (1998)', 'lenet5-1998'],
        ['AlexNet', 'alexnet'],
        ['VGG-16', 'vgg16'],
        ['ResNet-18', 'resnet18'],
        ['DenseNet-121', 'densenet121'],
      ]).concat(
        `DenseNet-121 and its running statistics: ${whole(n.params('densenet121') + n.running('densenet121'))}`,
      ),
    truth: (n) =>
      `If the sign means “greater than”, four of the six rows are wrong: LeNet-5 of 1998 has exactly ${whole(n.params('lenet5-1998'))} parameters, AlexNet ${whole(n.params('alexnet'))}, VGG-16 ${whole(n.params('vgg16'))} and DenseNet-121 ${whole(n.params('densenet121'))}.`,
    because: (n) =>
      `The sign is most likely a bullet that became “>”, and the numbers are rounded. DenseNet-121 exceeds eight million only if you also count its ${whole(n.running('densenet121'))} running statistics, as Keras does.`,
    sources: [
      ['lenet', 'section II-B'],
      ['torchvision', 'weights metadata'],
    ],
  },
  {
    e: 40,
    slides: 'S40',
    kind: 'W',
    about: 'which LeNet, which AlexNet',
    says: 'LeNet · > 60K … AlexNet · > 60.97 M',
    count: (n) =>
      counted(n, [
        ['LeNet-5 of 1998', 'lenet5-1998'],
        ['LeNet-5 as it is usually built today', 'lenet5'],
        ['AlexNet of 2012, two groups', 'alexnet'],
        ['AlexNet without groups', 'alexnet-ungrouped'],
        ['AlexNet in torchvision', 'alexnet-torchvision'],
      ]),
    truth: (n) =>
      `Each name stands for several networks: LeNet-5 has ${whole(n.params('lenet5-1998'))} or ${whole(n.params('lenet5'))} parameters, and AlexNet has ${whole(n.params('alexnet'))}, ${whole(n.params('alexnet-ungrouped'))} or ${whole(n.params('alexnet-torchvision'))}.`,
    because: () =>
      'Today’s LeNet-5 connects all maps in its second convolution and trains its output layer. An AlexNet without the two groups reads all channels in every layer, and torchvision’s version has layers of different widths.',
    sources: [
      ['lenet', 'table 1'],
      ['alexnet', 'figure 2'],
      ['torchvision', 'models.alexnet'],
    ],
  },
]
