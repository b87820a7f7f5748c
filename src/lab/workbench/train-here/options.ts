import { deepest } from '../../shared/drawings/networks'
import { among, choice, integer } from '../../shared/schema'

/** Learning rates, three to a power of ten. */
export const rates: readonly number[] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

export const options = {
  blocks: integer(3, 1, deepest, 'Blocks in each stage.'),
  rate: among(rates, 0.05, 'Learning rate.'),
  norm: choice(['on', 'off'], 'on', 'Batch normalization.'),
  seed: integer(1, 1, 20, 'Seed of weights and drawings.'),
  steps: integer(200, 1, 2000, 'Steps of the training.'),
}
