/** The parts of the course, in order; the folders beside this file hold their lessons. */
export interface Module {
  readonly id: string
  readonly title: string
  /** What it is about, in a line. */
  readonly about: string
}

export const modules: readonly Module[] = [
  {
    id: 'm0',
    title: 'How to read a network',
    about: 'Shapes, parameters, compute, depth and receptive fields.',
  },
  {
    id: 'm1',
    title: 'GoogLeNet and Inception',
    about: 'Kernels of several sizes side by side, and how 1×1 convolutions make them affordable.',
  },
  {
    id: 'm2',
    title: 'Batch normalization',
    about: 'What it computes, what changes at inference, and why it helps.',
  },
  {
    id: 'm3',
    title: 'ResNet',
    about: 'Why deeper networks got worse, and how a shortcut around each block fixed it.',
  },
  { id: 'm4', title: 'ResNeXt', about: 'Grouped convolutions: many narrow paths for the cost of one.' },
  { id: 'm5', title: 'DenseNet', about: 'Keep every feature, add a few, and compress now and then.' },
  { id: 'm6', title: 'Compare them all', about: 'Accuracy, parameters and compute in one picture.' },
  {
    id: 'm7',
    title: 'Transfer learning',
    about: 'What to keep, what to retrain, and when transfer does not help.',
  },
  { id: 'm8', title: 'Labs', about: 'Build, audit and export your own networks.' },
]
