import { among, choice, integer } from '../../shared/schema'
import { depths, quantities, type Quantity } from './flow'

export const options = {
  blocks: among(depths, 3, 'Blocks in each stage.'),
  start: choice(['half', 'he', 'twice'], 'he', 'Size of the initial weights, against those of He.'),
  norm: choice(['on', 'off'], 'off', 'Batch normalization.'),
  seed: integer(1, 1, 20, 'Seed of the weights.'),
  quantity: choice(Object.keys(quantities) as Quantity[], 'returning', 'What is drawn.'),
}
