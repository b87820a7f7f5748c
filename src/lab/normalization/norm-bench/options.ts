import { among, choice, integer, number } from '../../shared/schema'
import { epsilons } from './norm'

export const options = {
  values: choice(['random', 'given'], 'random', 'Random values, or 1, 2, 3, 4.'),
  batch: integer(32, 1, 256, 'Images in a random batch.'),
  gamma: number(1, -1, 2, 'γ.'),
  beta: number(0, -2, 5, 'β.'),
  epsilon: among(epsilons, epsilons[0], 'ε.'),
  momentum: number(0.1, 0.01, 1, 'The share of the new batch in the running statistics.'),
  mode: choice(['train', 'eval'], 'train', 'Training or inference.'),
  fed: integer(0, 0, 1000, 'Batches that the running statistics have taken in.'),
}
