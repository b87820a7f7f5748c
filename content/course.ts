/** The parts of the course, in order; the folders beside this file hold their lessons. */
export interface Module {
  readonly id: string
  readonly title: string
  /** What one can do afterwards. */
  readonly about: string
}

export const modules: readonly Module[] = [
  {
    id: 'm0',
    title: 'How to read a network',
    about: 'Shapes, parameters, compute, depth and what a unit sees.',
  },
  {
    id: 'm1',
    title: 'GoogLeNet and Inception',
    about: 'Four kernel sizes side by side, and how a 1×1 pays for them.',
  },
  {
    id: 'm2',
    title: 'Batch normalization',
    about: 'What it computes, what changes at inference, and why it helps.',
  },
  { id: 'm3', title: 'ResNet', about: 'Why deeper got worse, and how a way around a block mended it.' },
  { id: 'm4', title: 'ResNeXt', about: 'Grouped convolutions: many narrow paths for the price of one.' },
  { id: 'm5', title: 'DenseNet', about: 'Keep every feature, add a few, compress now and then.' },
  { id: 'm6', title: 'Compare them all', about: 'Accuracy, parameters and compute in one picture.' },
  {
    id: 'm7',
    title: 'Transfer learning',
    about: 'What to keep, what to retrain, and when it does not help.',
  },
  { id: 'm8', title: 'Labs', about: 'Build, audit and export networks of your own.' },
]
