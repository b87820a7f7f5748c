interface Entry {
  /** One or two sentences. */
  readonly means: string
  /** How prose says it, where that is not the term itself or its plural in -s. */
  readonly as?: readonly string[]
}

/** Terms of the field. A lesson's prose is linked to them by itself, each where the lesson first says it. */
export const glossary = {
  activation: {
    means: 'An output value of a layer; also the function, such as ReLU, that is applied to every value.',
    as: ['activation', 'activations'],
  },
  augmentation: {
    means:
      'Random crops, mirror images and color changes applied to the training images, so that the network hardly ever sees the same image twice.',
  },
  'auxiliary classifier': {
    means: 'A second classifier attached to the middle of a network and used only in training.',
  },
  batch: {
    means: 'The images that one training step processes together.',
    as: ['batch', 'batches'],
  },
  'batch normalization': {
    means:
      'Subtracts each channel’s mean over the batch and divides by its standard deviation; then γ scales and β shifts the result.',
    as: ['batch normalization', 'normalization', 'normalizations', 'BN'],
  },
  bias: {
    means: 'A learned number, one per filter, that is added to the filter’s output.',
    as: ['bias', 'biases'],
  },
  bottleneck: {
    means:
      'A 1×1 convolution that reduces the number of channels before an expensive convolution; another one often restores it afterward.',
  },
  cardinality: { means: 'The number of groups, or parallel paths, in a ResNeXt block.' },
  channel: { means: 'One of the maps stacked in a tensor; a color photo has three.' },
  'CIFAR-10': {
    means: 'A data set of 32×32-pixel photographs in ten classes, on which small networks are compared.',
    as: ['CIFAR', 'CIFAR-10'],
  },
  COCO: {
    means:
      'A data set of photographs of everyday scenes in which objects of 80 categories are marked; the usual benchmark for object detection.',
  },
  compression: { means: 'The share θ of the input channels that a transition in a DenseNet keeps.' },
  concat: {
    means: 'Stacking the channels of several tensors, which must have the same height and width.',
    as: ['concat', 'concatenation', 'concatenations', 'concatenated', 'concatenates'],
  },
  convolution: {
    means: 'A layer whose kernels slide over its input, with the same weights at every position.',
  },
  'covariate shift': { means: 'A difference in the distribution of the inputs between training and use.' },
  crop: {
    means: 'A part cut out of an image; the predictions for several crops can be averaged.',
  },
  degradation: {
    means:
      'The finding that a deeper plain network has a higher error than a shallower one even on the training images.',
  },
  'dense block': {
    means:
      'A group of layers, each of which reads the block’s input and the outputs of all earlier layers in the block, concatenated.',
  },
  'dense layer': { means: 'In a DenseNet, a layer that appends k channels to all the channels before it.' },
  'depthwise convolution': {
    means:
      'A convolution in which each channel has its own kernels and is not mixed with the others; a 1×1 convolution after it can mix the channels.',
    as: ['depthwise convolution', 'depthwise'],
  },
  dropout: {
    means:
      'Sets a random share of the values to zero in training, which reduces overfitting; at inference, it keeps all values.',
  },
  ensemble: { means: 'Several networks whose predictions are averaged.' },
  epoch: { means: 'One pass through all training images.' },
  'feature map': {
    means:
      'One channel of a layer’s output, which shows where in the image a pattern was found, and how strongly.',
  },
  filter: { means: 'A kernel across all input channels; each filter produces one output channel.' },
  'fine-tuning': {
    means: 'Training copied weights further on a new task.',
    as: ['fine-tuning', 'fine-tune', 'fine-tuned'],
  },
  FLOP: { means: 'One floating-point addition or multiplication; a MAC is two FLOPs.' },
  freeze: {
    means: 'To keep weights as they are while others are trained.',
    as: ['freeze', 'freezing', 'frozen'],
  },
  'fully connected layer': {
    means: 'A layer in which every output reads every input, each with its own weight.',
    as: ['fully connected layer', 'fully connected layers', 'linear layer', 'fully connected'],
  },
  'global average pooling': {
    means: 'Replaces each channel with its mean, which leaves one number per channel.',
    as: ['global average pooling', 'global average pool', 'mean of each channel'],
  },
  gradient: {
    means:
      'How the loss changes with each weight; a training step moves every weight a little in the opposite direction.',
  },
  'grouped convolution': { means: 'A convolution whose filters see only the channels of their own group.' },
  'growth rate': { means: 'The number k of channels that each layer of a dense block appends.' },
  head: {
    means: 'The last layers of a network, which turn its features into an answer.',
    as: ['the head', 'its head', 'new head'],
  },
  identity: { means: 'A function that returns its input unchanged.', as: ['identity', 'identities'] },
  ILSVRC: {
    means:
      'The yearly challenge on ImageNet, from 2010 to 2017; its classification task has a thousand classes.',
  },
  ImageNet: {
    means:
      'Some 14 million photographs in about 22,000 classes. The ILSVRC challenge, for which the large networks of this course were made, uses a thousand of these classes.',
  },
  'inception block': {
    means:
      'A block that applies kernels of several sizes side by side to one input and concatenates their output channels.',
  },
  inference: { means: 'Using a network after it has been trained.' },
  initialization: {
    means: 'The random numbers that weights start from, and the rule that sets their scale.',
    as: ['initialization', 'initial weights', 'random weights'],
  },
  'internal covariate shift': {
    means:
      'A change in the distribution of the inputs of a layer inside the network while the layers before it learn.',
  },
  kernel: { means: 'The small grid of weights that slides over the input.' },
  'learning rate': { means: 'How large a step training takes in the direction opposite to the gradient.' },
  loss: {
    means:
      'The number that training minimizes: here, minus the logarithm of the probability assigned to the right class.',
    as: ['loss', 'losses'],
  },
  MAC: {
    means: 'A multiply-accumulate: one multiplication, whose product is added to a sum. 1 MAC = 2 FLOPs.',
    as: ['MAC', 'MACs', 'multiply-accumulate', 'multiply-accumulates'],
  },
  nat: { means: 'The unit of a loss that is computed with the natural logarithm.' },
  overfitting: {
    means:
      'Fitting the training images better than other images, which shows in a test error much higher than the training error.',
    as: ['overfitting', 'overfit', 'overfits'],
  },
  padding: {
    means: 'Rows and columns of zeros added around a map, so that the kernel can reach beyond its edge.',
  },
  parameter: { means: 'A number that training sets: a weight, a bias, γ or β.' },
  'Pareto front': {
    means: 'The networks that no other network beats on both of two measures, such as accuracy and cost.',
    as: ['Pareto front', 'on the front', 'a front'],
  },
  'plain network': { means: 'Convolutions in a row, without shortcuts.' },
  pooling: {
    means:
      'Keeps the maximum or the mean of every window of a map. Pooling has no weights, except in the LeNet-5 of 1998.',
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
    means:
      'Placing normalization and ReLU before each convolution, so that the shortcut path contains nothing but the addition.',
  },
  'projection shortcut': {
    means: 'A 1×1 convolution on the shortcut, used where the shapes differ.',
    as: ['projection shortcut', 'projection', 'projections'],
  },
  'receptive field': { means: 'The part of the image that one value depends on.' },
  recipe: {
    means:
      'Everything about a training run except the network: data, augmentation, learning rate and length.',
  },
  ReLU: { means: 'A function that sets negative values to zero and keeps the others.' },
  'residual block': { means: 'A group of layers with a shortcut: their output is added to their input.' },
  'response normalization': {
    means:
      'Divides each value by the strength of its neighbors in other channels; common before batch normalization.',
    as: ['response normalization', 'local response normalization'],
  },
  'running statistics': {
    means:
      'Averages of each channel’s mean and variance over training, used at inference instead of the statistics of a batch.',
  },
  seed: {
    means: 'The starting point of a sequence of random numbers; the same seed gives the same numbers.',
  },
  'skip connection': {
    means: 'A path around one or more layers, also called a shortcut.',
    as: ['skip connection', 'skip connections', 'shortcut', 'shortcuts'],
  },
  softmax: {
    means:
      'Turns scores into positive numbers that sum to one; the largest score belongs to the likeliest class.',
  },
  stage: { means: 'Consecutive blocks that work on maps of the same size.' },
  'standard deviation': {
    means: 'The square root of the variance: how far values typically lie from their mean.',
  },
  stem: { means: 'The first layers, which shrink a large image before the blocks begin.' },
  stride: { means: 'How many pixels the kernel or the window moves at a time.' },
  tensor: { means: 'An array of numbers with several axes; here, height × width × channels.' },
  'test error': { means: 'The share of wrong answers on images that were not used in training.' },
  'top-1 error': {
    means: 'The share of images whose most probable class is not the true one.',
    as: ['top-1 error', 'top-1'],
  },
  'top-5 error': {
    means: 'The share of images whose true class is not among the five most probable ones.',
    as: ['top-5 error', 'top-5'],
  },
  'training error': { means: 'The share of wrong answers on the training images themselves.' },
  'transfer learning': { means: 'Starting a new task from weights that were trained on another one.' },
  transition: {
    means:
      'The layers between two dense blocks: a 1×1 convolution that reduces the number of channels, and average pooling that halves the map.',
  },
  trunk: { means: 'Everything in a network except its head: the layers that compute its features.' },
  'validation error': {
    means:
      'The share of wrong answers on images that are set aside from training and used to compare networks.',
    as: ['validation error', 'validation errors', 'validation images'],
  },
  'vanishing gradients': {
    means: 'Gradients that shrink from layer to layer until the early layers no longer learn.',
    as: ['vanishing gradients', 'gradients vanish', 'gradients do not vanish'],
  },
  variance: {
    means: 'The mean squared distance of values from their mean.',
    as: ['variance', 'variances'],
  },
  weight: { means: 'A learned number by which an input is multiplied.' },
  'weight decay': {
    means: 'A rule by which every training step also pulls all weights a little toward zero.',
    as: ['weight decay'],
  },
} as const satisfies Record<string, Entry>

export type GlossaryTerm = keyof typeof glossary

/** Every way in which prose says a term. */
export function formsOf(term: GlossaryTerm): readonly string[] {
  const { as }: Entry = glossary[term]
  return as ?? [term, `${term}s`]
}
