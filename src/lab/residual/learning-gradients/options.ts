import { kinds } from '../../shared/drawings/networks'
import { choice, integer, own } from '../../shared/schema'
import { blocksOption, trainingOptions } from '../../shared/training/settings'
import { quantityNames } from './quantities'

/** A run ends after so many steps: about ten minutes of the deepest network on an old laptop. */
export const mostSteps = 500

/** How far the ends of the network are apart, which a slide asks for after a hundred steps. */
export const readouts = ['first ÷ last'] as const

export const options = {
  kind: choice(kinds, 'plain', 'How the blocks are joined.'),
  blocks: blocksOption(3),
  start: choice(['zero', 'half', 'he', 'twice'], 'he', 'Size of the initial kernels, against those of He.'),
  ...trainingOptions,
  steps: integer(1, 1, mostSteps, 'Steps of the run.'),
  at: own(integer(1, 1, mostSteps, 'The step that is shown; the last one unless set.')),
  quantity: choice(quantityNames, 'returning', 'What is colored and drawn.'),
  show: choice(['both', 'picture', 'chart'], 'both', 'The network, the chart by layer, or both.'),
}
