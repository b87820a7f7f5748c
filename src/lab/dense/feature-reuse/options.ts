import { choice, integer, network } from '../../shared/schema'

export const options = {
  network: network('cifar-densenet22-k12', 'A DenseNet with trained weights.'),
  weights: choice(['trained', 'random'], 'trained', 'Which weights are read.'),
  measure: choice(['kernel', 'scaled'], 'kernel', 'What is measured of them.'),
  block: integer(2, 1, 9, 'The dense block, counted from 1.'),
}

/** How little is made of what enters a block: with it, no map need be read. */
export const readouts = ['inputs'] as const
