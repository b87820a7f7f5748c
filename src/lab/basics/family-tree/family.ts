import { factsOf } from '../../shared/lecture-networks'

/** A network and those that it builds on. */
interface Member {
  readonly id: string
  readonly from: readonly string[]
  /** What it added, in a sentence. */
  readonly idea: string
  readonly note?: string
}

/** Who took what from whom, as their papers and the lecture say it. */
export const family: readonly Member[] = [
  {
    id: 'lenet5',
    from: [],
    idea: 'Alternating convolution and subsampling, then fully connected layers, trained end to end.',
  },
  {
    id: 'alexnet',
    from: ['lenet5'],
    idea: 'The same plan, much larger: ReLU, dropout, two GPUs, a million photographs.',
  },
  {
    id: 'zfnet',
    from: ['alexnet'],
    idea: 'AlexNet with a smaller first kernel and stride, chosen after visualizing its features.',
  },
  {
    id: 'sppnet',
    from: ['zfnet'],
    idea: 'Pools the last feature map over grids of several sizes, so that images of any size fit.',
  },
  {
    id: 'vgg16',
    from: ['alexnet'],
    idea: 'Stacks only 3×3 kernels: together, several small ones see as far as a large one.',
  },
  {
    id: 'googlenet',
    from: ['alexnet'],
    idea: 'Kernels of three sizes and a pooling path side by side, with a 1×1 before each expensive kernel.',
  },
  {
    id: 'resnet18',
    from: ['vgg16', 'googlenet'],
    idea: 'A shortcut around every two layers: a block learns only what to add to its input.',
    note: 'Batch normalization (2015) shares an author with GoogLeNet.',
  },
  {
    id: 'resnext50-32x4d',
    from: ['resnet18', 'googlenet'],
    idea: 'ResNet’s block, split into many identical narrow paths: a grouped convolution.',
    note: 'The lecture names it but has no slide about it, so this course adds a module.',
  },
  {
    id: 'densenet121',
    from: ['resnet18'],
    idea: 'Concatenates instead of adding: each layer reads the outputs of all earlier layers in its block.',
  },
]

/** The years in which something appeared. */
export const years: readonly number[] = [...new Set(family.map(({ id }) => factsOf(id).year))].sort()
