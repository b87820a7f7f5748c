import { among, choice, own, text } from '../../shared/schema'

const cardinalities: readonly number[] = [1, 2, 4, 8, 32]

export const readouts = ['weights'] as const

export const options = {
  form: choice(['split', 'concat', 'grouped'], 'split', 'The form of the block.'),
  cardinality: among(cardinalities, 4, 'Paths.'),
  layer: own(text('', 60, 'The convolution whose weights are written out.')),
}
