import { among, choice, flag, integer } from '../../shared/schema'
import { blocksOption, trainingOptions } from '../../shared/training/settings'

/** Points along each direction; odd, so that one of them is the trained network. */
export const sides = [9, 13, 17, 25] as const

const far = (Math.max(...sides) - 1) / 2

export const options = {
  blocks: blocksOption(1),
  norm: trainingOptions.norm,
  steps: among([0, 50, 100, 200, 400], 200, 'Steps of the training before.'),
  seed: trainingOptions.seed,
  direction: integer(1, 1, 99, 'Seed of the two directions.'),
  side: among(sides, 17, 'Points along each direction.'),
  reach: among([0.25, 0.5, 1, 2], 1, 'How far each direction goes, as a share of every filter’s length.'),
  by: choice(['stored', 'batch'], 'stored', 'The statistics that normalize.'),
  shows: choice(['loss', 'error'], 'loss', 'What is drawn.'),
  column: integer(0, -far, far, 'The point that is read, counted from the middle along the first direction.'),
  row: integer(0, -far, far, 'The same along the second direction.'),
  run: flag(false, 'Whether it is computed.'),
}

export const readouts = [] as const
