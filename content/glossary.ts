interface Entry {
  /** One or two sentences. */
  readonly means: string
  /** How prose says it, where that is not the term itself or its plural in -s. */
  readonly as?: readonly string[]
}

/** Terms of the field. A lesson's prose is linked to them by itself, each where the lesson first says it. */
export const glossary = {
  activation: {
    means: 'An output value of a layer; also the function, such as ReLU, that every value goes through.',
    as: ['activation', 'activations'],
  },
  augmentation: {
    means: 'Showing training images cropped, mirrored or recoloured, so that there seem to be more.',
  },
  'auxiliary classifier': {
    means: 'A second classifier in the middle of a network, there for training only.',
  },
  batch: {
    means: 'The images that are looked at together in one step of training.',
    as: ['batch', 'batches'],
  },
  'batch normalization': {
    means:
      'Each channel has its mean over the batch taken off and is divided by its deviation; γ and β give scale and shift back.',
    as: ['batch normalization', 'normalization', 'normalizations', 'BN'],
  },
  bias: { means: 'A learned number that is added, one for each filter.', as: ['bias', 'biases'] },
  bottleneck: {
    means:
      'A 1×1 that makes a tensor narrow before an expensive convolution, and often a second one that widens it again.',
  },
  cardinality: { means: 'The number of groups, or paths, of a ResNeXt block.' },
  channel: { means: 'One of the maps that lie behind one another in a tensor; a photo has three.' },
  'CIFAR-10': {
    means: 'Photographs of 32×32 pixels in ten classes, on which small networks are tried.',
    as: ['CIFAR', 'CIFAR-10'],
  },
  COCO: {
    means:
      'Photographs of everyday scenes in which every object is marked: the usual task for finding things.',
  },
  compression: { means: 'θ: the share of its channels that a transition keeps.' },
  concat: {
    means: 'Laying channels of several tensors behind one another; heights and widths must agree.',
    as: ['concat', 'concatenation', 'concatenations', 'concatenated', 'concatenates'],
  },
  convolution: {
    means: 'A layer whose window of weights slides over its input; the same weights at every position.',
  },
  'covariate shift': { means: 'Inputs that are distributed differently in training and in use.' },
  crop: {
    means: 'A part cut out of an image; several of one image can be tried and their answers averaged.',
  },
  degradation: { means: 'A deeper plain network with a higher TRAINING error than a shallower one.' },
  'dense block': { means: 'Layers that each read the outputs of all before them, laid behind one another.' },
  'dense layer': { means: 'In a DenseNet: a layer that adds a few channels to all that came before it.' },
  'depthwise convolution': {
    means:
      'Every channel has kernels of its own, and none is mixed with another; a 1×1 behind it may do that.',
    as: ['depthwise convolution', 'depthwise'],
  },
  deviation: { means: 'The root of the variance: how far values lie from their mean, on the whole.' },
  ensemble: { means: 'Several networks whose answers are averaged.' },
  epoch: { means: 'One pass of training through all its images.' },
  'feature map': {
    means: 'One channel of a layer’s output: where in the image a pattern was found, and how strongly.',
  },
  filter: { means: 'A kernel over all input channels; each one gives one output channel.' },
  'fine-tuning': {
    means: 'Going on to train copied weights on a new task.',
    as: ['fine-tuning', 'fine-tune', 'fine-tuned'],
  },
  FLOP: { means: 'One addition or one multiplication of floating-point numbers; a MAC is two of them.' },
  freeze: {
    means: 'To keep weights as they are while others are trained.',
    as: ['freeze', 'freezing', 'frozen'],
  },
  'fully connected layer': {
    means: 'Every output reads every input, each through a weight of its own.',
    as: ['fully connected layer', 'fully connected layers', 'linear layer', 'fully connected'],
  },
  'global average pooling': {
    means: 'Each channel becomes its mean; what is left is one number a channel.',
    as: ['global average pooling', 'global average pool', 'mean of each channel'],
  },
  gradient: { means: 'How the loss changes with a number; training moves every weight a little against it.' },
  'grouped convolution': { means: 'A convolution whose filters see only the channels of their own group.' },
  'growth rate': { means: 'k: how many channels every layer of a dense block adds.' },
  head: {
    means: 'The last layers of a network, which make an answer of its features.',
    as: ['the head', 'its head', 'new head'],
  },
  identity: { means: 'A function that gives back what it gets.', as: ['identity', 'identities'] },
  ILSVRC: { means: 'The yearly contest on ImageNet, from 2010 to 2017.' },
  ImageNet: {
    means: 'Photographs in a thousand classes, for which the large networks of this course were made.',
  },
  'inception block': { means: 'Several windows side by side over one input, their channels concatenated.' },
  inference: { means: 'Using a network after its training is over.' },
  initialisation: {
    means: 'The random numbers that weights begin with, and the rule for their size.',
    as: ['initialisation', 'initial weights', 'random weights'],
  },
  'internal covariate shift': {
    means: 'Inputs of a LAYER that change their distribution because the layers before it learn.',
  },
  kernel: { means: 'The small window of weights that slides over the input.' },
  'learning rate': { means: 'How large the steps are that training takes against the gradient.' },
  loss: {
    means: 'The number that training makes small; here, how little probability the right class was given.',
    as: ['loss', 'losses'],
  },
  MAC: {
    means: 'A multiply-accumulate: one multiplication and the addition of its result. 1 MAC = 2 FLOPs.',
    as: ['MAC', 'MACs', 'multiply-accumulate', 'multiply-accumulates'],
  },
  nat: { means: 'The unit of a loss that is taken with the natural logarithm.' },
  overfitting: { means: 'Low training error, high test error.', as: ['overfitting', 'overfit', 'overfits'] },
  padding: { means: 'Rows and columns of zeros around a map, so that the window may reach over the edge.' },
  parameter: { means: 'A number that training sets: a weight, a bias, γ or β.' },
  'Pareto front': {
    means: 'Those that no other beats in both respects, such as accuracy and cost.',
    as: ['Pareto front', 'on the front', 'a front'],
  },
  'plain network': { means: 'Convolutions in a row, without any way around them.' },
  pooling: {
    means: 'The largest value or the mean of every window of a map; it has no weights.',
    as: [
      'pooling',
      'pool',
      'pools',
      'max pool',
      'max pools',
      'max pooling',
      'average pool',
      'average pooling',
    ],
  },
  'pre-activation': {
    means: 'Normalization and ReLU before the convolution, so that nothing stands on the way around.',
  },
  'projection shortcut': {
    means: 'A 1×1 convolution on the way around a block, where the shapes differ.',
    as: ['projection shortcut', 'projection', 'projections'],
  },
  'receptive field': { means: 'The patch of the image that one value can see.' },
  recipe: { means: 'All of a training but the network: data, augmentation, learning rate, length.' },
  ReLU: { means: 'Negative values become zero, the others stay.' },
  'residual block': { means: 'Layers with a way around them; what they give is added to what came in.' },
  'response normalization': {
    means:
      'Divides a value by the strength of its neighbours in other channels; a habit from before batch normalization.',
    as: ['response normalization', 'local response normalization'],
  },
  'running statistics': {
    means: 'Averages of a channel’s mean and variance during training, used in their place at inference.',
  },
  seed: { means: 'Where a row of random numbers begins: the same seed gives the same row.' },
  'skip connection': {
    means: 'A way around some layers.',
    as: ['skip connection', 'skip connections', 'shortcut', 'shortcuts', 'way around', 'ways around'],
  },
  softmax: {
    means: 'Turns any numbers into positive ones that sum to one; the largest becomes the likeliest class.',
  },
  stage: { means: 'Blocks in a row that work on maps of one size.' },
  stem: { means: 'The first layers, which make a large image small before the blocks begin.' },
  stride: { means: 'How many pixels the window moves at a time.' },
  tensor: { means: 'A box of numbers. Here: height × width × channels.' },
  'test error': { means: 'The share of wrong answers on images that training has not seen.' },
  'top-1 error': {
    means: 'The share of images whose most probable class is not the true one.',
    as: ['top-1 error', 'top-1'],
  },
  'top-5 error': {
    means: 'The share of images whose true class is not among the five most probable ones.',
    as: ['top-5 error', 'top-5'],
  },
  'training error': { means: 'The share of wrong answers on the very images that were learned from.' },
  'transfer learning': { means: 'Starting a task with weights that were trained on another.' },
  transition: {
    means: 'Between two dense blocks: a 1×1 that cuts the channels and a pool that halves the map.',
  },
  trunk: { means: 'All of a network but its head: what makes the features.' },
  'validation images': { means: 'Images set aside from training, by which networks are compared.' },
  'vanishing gradients': {
    means: 'Gradients that shrink layer by layer until early layers no longer learn.',
    as: ['vanishing gradients', 'gradients vanish', 'gradients do not vanish'],
  },
  variance: {
    means: 'The mean of the squared distances of values from their mean.',
    as: ['variance', 'variances'],
  },
  weight: { means: 'A learned number that something is multiplied by.' },
} as const satisfies Record<string, Entry>

export type GlossaryTerm = keyof typeof glossary

/** Every way in which prose says a term. */
export function formsOf(term: GlossaryTerm): readonly string[] {
  const { as }: Entry = glossary[term]
  return as ?? [term, `${term}s`]
}
