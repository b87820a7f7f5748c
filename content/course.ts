/** The parts of the course, in order; the folders beside this file hold their lessons. */
export interface Module {
  readonly id: string
  readonly title: string
  /** What it is about, in a line. */
  readonly about: string
  /** The modules that it builds on, by id. */
  readonly needs: readonly string[]
  /** The network that stands for it, and whether it stands open. */
  readonly picture: { readonly network: string; readonly isOpen: boolean }
}

export const modules: readonly Module[] = [
  {
    id: 'm0',
    title: 'How to read a network',
    about: 'Shapes, parameters, compute, depth and receptive fields.',
    needs: [],
    picture: { network: 'lenet5', isOpen: false },
  },
  {
    id: 'm1',
    title: 'GoogLeNet and Inception',
    about: 'Kernels of several sizes side by side, and how 1×1 convolutions make them affordable.',
    needs: ['m0'],
    picture: { network: 'inception-3a', isOpen: true },
  },
  {
    id: 'm2',
    title: 'Batch normalization',
    about: 'What it computes, what changes at inference, and why it helps.',
    needs: ['m0'],
    picture: { network: 'cifar-inception20', isOpen: false },
  },
  {
    id: 'm3',
    title: 'ResNet',
    about: 'Why deeper networks got worse, and how a shortcut around each block fixed it.',
    needs: ['m0', 'm2'],
    picture: { network: 'residual-block', isOpen: true },
  },
  {
    id: 'm4',
    title: 'ResNeXt',
    about: 'Grouped convolutions: many narrow paths for the cost of one.',
    needs: ['m3'],
    picture: { network: 'resnext-block-grouped', isOpen: true },
  },
  {
    id: 'm5',
    title: 'DenseNet',
    about: 'Keep every feature, add a few, and compress now and then.',
    needs: ['m3'],
    picture: { network: 'dense-block-6', isOpen: true },
  },
  {
    id: 'm6',
    title: 'Compare them all',
    about: 'Accuracy, parameters and compute in one picture.',
    needs: ['m1', 'm3', 'm4', 'm5'],
    picture: { network: 'densenet121', isOpen: false },
  },
  {
    id: 'm7',
    title: 'Transfer learning',
    about: 'What to keep, what to retrain, and when transfer does not help.',
    needs: ['m2', 'm3'],
    picture: { network: 'resnet18', isOpen: false },
  },
  {
    id: 'm8',
    title: 'Labs',
    about: 'Build, audit and export your own networks.',
    needs: ['m0'],
    picture: { network: 'googlenet', isOpen: false },
  },
]
