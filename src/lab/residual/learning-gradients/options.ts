import { deepest, kinds } from '../../shared/drawings/networks'
import { among, choice, integer, own } from '../../shared/schema'
import { rates } from '../../workbench/train-here/options'
import { quantityNames } from './quantities'

/** A run ends after so many steps: about ten minutes of the deepest network on an old laptop. */
export const mostSteps = 500

export const options = {
  kind: choice(kinds, 'plain', 'How the blocks are joined.'),
  blocks: integer(3, 1, deepest, 'Blocks in each stage.'),
  start: choice(['zero', 'half', 'he', 'twice'], 'he', 'Size of the initial kernels, against those of He.'),
  norm: choice(['on', 'off'], 'on', 'Batch normalization.'),
  rate: among(rates, 0.05, 'Learning rate.'),
  seed: integer(1, 1, 20, 'Seed of weights and drawings.'),
  steps: integer(1, 1, mostSteps, 'Steps of the run.'),
  at: own(integer(1, 1, mostSteps, 'The step that is shown; the last one unless set.')),
  quantity: choice(quantityNames, 'returning', 'What is colored and drawn.'),
  show: choice(['both', 'picture', 'chart'], 'both', 'The network, the chart by layer, or both.'),
}
