/** A network as a small picture, and the groups that stand open in it. */
export interface Pictured {
  readonly network: string
  readonly open: 'all' | readonly string[]
}

/** The parts of the course, in order; the folders beside this file hold their lessons. */
export interface Module {
  readonly id: string
  readonly title: string
  /** What it is about, in a line. */
  readonly about: string
  /** What one can do afterwards, as it follows "Afterwards you can". */
  readonly can: string
  /** The modules that it builds on, by id. */
  readonly needs: readonly string[]
  /** The network that stands for it. */
  readonly picture: Pictured
}

export const modules: readonly Module[] = [
  {
    id: 'm0',
    title: 'How to read a network',
    about: 'Shapes, parameters, compute, depth and receptive fields.',
    can: 'calculate the shapes, parameters, compute, memory, depth and receptive field of a network by hand',
    needs: [],
    picture: { network: 'lenet5', open: [] },
  },
  {
    id: 'm1',
    title: 'GoogLeNet and Inception',
    about: 'Kernels of several sizes side by side, and how 1×1 convolutions make them affordable.',
    can: 'design an inception block, calculate what each 1×1 saves, and audit a published table',
    needs: ['m0'],
    picture: { network: 'inception-3a', open: 'all' },
  },
  {
    id: 'm2',
    title: 'Batch normalization',
    about: 'What it computes, what changes at inference, and why it helps.',
    can: 'compute batch normalization in training and at inference, and weigh the explanations of why it helps',
    needs: ['m0'],
    picture: { network: 'cifar-inception20', open: [] },
  },
  {
    id: 'm3',
    title: 'ResNet',
    about: 'How deep can a network get and still learn, and what does a shortcut around each block change?',
    can: 'count the parameters of any ResNet, explain what a shortcut changes, and tell overfitting from degradation',
    needs: ['m0', 'm2'],
    picture: { network: 'residual-block', open: 'all' },
  },
  {
    id: 'm4',
    title: 'ResNeXt',
    about: 'Grouped convolutions: many narrow paths at the cost of a single wide one.',
    can: 'count the weights of a grouped convolution, and compare depth, width and cardinality at equal cost',
    needs: ['m3'],
    picture: { network: 'resnext-block-grouped', open: 'all' },
  },
  {
    id: 'm5',
    title: 'DenseNet',
    about: 'Keep every feature, add a few, and compress now and then.',
    can: 'trace growth and compression through a DenseNet, and work out what it saves and what it costs',
    needs: ['m3'],
    picture: { network: 'dense-block-6', open: 'all' },
  },
  {
    id: 'm6',
    title: 'Compare them all',
    about: 'Accuracy, parameters and compute in one picture.',
    can: 'choose a network for your scarcest resource, and tell a real difference from chance',
    needs: ['m1', 'm3', 'm4', 'm5'],
    picture: { network: 'densenet121', open: [] },
  },
  {
    id: 'm7',
    title: 'Transfer learning',
    about: 'What to keep, what to retrain, and when transfer does not help.',
    can: 'decide what to copy, what to freeze and what to retrain for a task of your own',
    needs: ['m2', 'm3'],
    picture: { network: 'resnet18', open: [] },
  },
  {
    id: 'm8',
    title: 'Labs',
    about: 'Build, train and export your own networks, and audit published tables.',
    can: 'build a network within a budget, train it, audit a published table, and export the result',
    needs: ['m0'],
    picture: { network: 'googlenet', open: [] },
  },
]

/** Where lessons of whoever hosts this site stand; it is shown once it has some. */
export const own: Module = {
  id: 'own',
  title: 'Our own lessons',
  about: 'Lessons that were added to the course on this site.',
  can: 'do what the added lessons teach',
  needs: [],
  picture: { network: 'resnet18', open: [] },
}

/** What stands for a lesson that shows no network, or the same as another lesson. */
export const lessonPictures: Readonly<Record<string, Pictured>> = {
  shapes: { network: 'lenet5', open: [] },
  parameters: { network: 'lenet5', open: 'all' },
  'compute-and-memory': { network: 'vgg16', open: [] },
  'depth-and-field': { network: 'vgg16', open: 'all' },
  'imagenet-race': { network: 'alexnet', open: [] },
  'before-googlenet': { network: 'sppnet', open: ['spp'] },
  'one-by-one': { network: 'inception-naive', open: 'all' },
  'count-it': { network: 'googlenet', open: 'all' },
  'training-it': { network: 'googlenet-bn', open: ['inception_3a'] },
  'what-it-computes': { network: 'cifar-plain20', open: ['stage1', 'stage1/block1'] },
  'train-and-inference': { network: 'cifar-plain20', open: [] },
  'why-it-helps': { network: 'cifar-inception20', open: 'all' },
  shortcuts: { network: 'projection-block', open: 'all' },
  'resnet-18': { network: 'resnet18', open: 'all' },
  bottlenecks: { network: 'bottleneck-block', open: 'all' },
  'grouped-convolution': { network: 'alexnet', open: ['conv2', 'conv4', 'conv5'] },
  cardinality: { network: 'resnext-block-split', open: 'all' },
  growth: { network: 'cifar-densenet40-k12', open: [] },
  'cost-and-reuse': { network: 'transition-half', open: 'all' },
  degradation: { network: 'plain18', open: 'all' },
  compare: { network: 'inception-v3', open: [] },
  'data-hunger': { network: 'resnet18', open: ['conv5_x', 'conv5_x/block1', 'conv5_x/block2'] },
  'freeze-or-fine-tune': { network: 'zfnet', open: 'all' },
  'when-it-does-not-help': {
    network: 'resnet50',
    open: ['conv2_x', 'conv2_x/block1', 'conv2_x/block2', 'conv2_x/block3'],
  },
  workbench: { network: 'cifar-resnet20', open: 'all' },
}
