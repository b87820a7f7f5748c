import { flag, integer } from '../../shared/schema'
import { blocksOption, trainingOptions } from '../../shared/training/settings'

export const options = {
  blocks: blocksOption(3),
  ...trainingOptions,
  steps: integer(200, 1, 2000, 'Steps of the training.'),
  run: flag(false, 'Whether they are trained; a link trains them again.'),
}

export const readouts = ['parameters'] as const
