/** A term of the field in one or two sentences. */
export const glossary = {
  tensor: 'A box of numbers. Here: height × width × channels.',
  'feature map': 'One channel of a layer’s output: where in the image a pattern was found, and how strongly.',
  channel: 'One of the maps that lie behind one another in a tensor; a photo has three.',
  kernel: 'The small window of weights that slides over the input.',
  filter: 'A kernel over all input channels; each one gives one output channel.',
  stride: 'How many pixels the window moves at a time.',
  padding: 'Rows and columns of zeros around a map, so that the window may reach over the edge.',
  MAC: 'A multiply-accumulate: one multiplication and the addition of its result. 1 MAC = 2 FLOPs.',
  'receptive field': 'The patch of the image that one value can see.',
  concat: 'Laying channels of several tensors behind one another; heights and widths must agree.',
  'skip connection': 'A way around some layers.',
  'projection shortcut': 'A 1×1 convolution on the way around a block, where the shapes differ.',
  bottleneck:
    'A 1×1 that makes a tensor narrow before an expensive convolution, and often a second one that widens it again.',
  'growth rate': 'k: how many channels every layer of a dense block adds.',
  transition: 'Between two dense blocks: a 1×1 that cuts the channels and a pool that halves the map.',
  compression: 'θ: the share of its channels that a transition keeps.',
  cardinality: 'The number of groups, or paths, of a ResNeXt block.',
  'grouped convolution': 'A convolution whose filters see only the channels of their own group.',
  'global average pooling': 'Each channel becomes its mean; what is left is one number a channel.',
  'auxiliary classifier': 'A second classifier in the middle of a network, there for training only.',
  'batch normalization':
    'Each channel has its mean over the batch taken off and is divided by its deviation; γ and β give scale and shift back.',
  'running statistics':
    'Averages of a channel’s mean and variance during training, used in their place at inference.',
  degradation: 'A deeper plain network with a higher TRAINING error than a shallower one.',
  overfitting: 'Low training error, high test error.',
  'vanishing gradients': 'Gradients that shrink layer by layer until early layers no longer learn.',
  'fine-tuning': 'Going on to train copied weights on a new task.',
  'transfer learning': 'Starting a task with weights that were trained on another.',
  'covariate shift': 'Inputs that are distributed differently in training and in use.',
  'top-5 error': 'The share of images whose true class is not among the five most probable ones.',
  ensemble: 'Several networks whose answers are averaged.',
} as const satisfies Record<string, string>

export type GlossaryTerm = keyof typeof glossary
