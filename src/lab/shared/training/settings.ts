import { deepest } from '../drawings/networks'
import { among, choice, integer } from '../schema'

// Options of the labs that train small networks on drawings; `Fields.tsx` has their controls.

/** Learning rates, three to a power of ten. */
export const rates: readonly number[] = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]

export const trainingOptions = {
  rate: among(rates, 0.05, 'Learning rate.'),
  norm: choice(['on', 'off'], 'on', 'Batch normalization.'),
  seed: integer(1, 1, 20, 'Seed of weights and drawings.'),
}

export const blocksOption = (start: number, most = deepest) =>
  integer(start, 1, most, 'Blocks in each of the three stages.')
