import { blocksOption, rates } from '../../shared/training/settings'
import { among, choice, flag, integer, number, oneOf, words } from '../../shared/schema'
import { type ModelName, modelNames, normsOfModel } from './models'

/** Steps of learning that can be made; each takes about a second. */
export const mostSteps = 30

/** Blocks in each stage of a network of the race, at most. */
export const deepestRace = 5

export const options = {
  view: choice(['values', 'shift', 'learn', 'race'], 'values', 'What is looked at.'),
  model: choice(modelNames, 'cifar-resnet20', 'The trained network.'),
  layer: oneOf(({ model }: { model: ModelName }) => normsOfModel(model), 'The normalization.'),
  channel: integer(0, 0, 512, 'The channel, counted from 1; 0 for all of them.'),
  by: choice(['stored', 'batch'], 'stored', 'The statistics that normalize.'),
  batch: among([1, 2, 4, 8, 16, 20], 20, 'Images in the batch.'),
  images: choice(['drawings', 'photographs'], 'drawings', 'Images of the batch.'),
  light: number(1, 0.1, 2, 'Light of the images.'),
  gamma: number(1, -1, 3, 'γ is multiplied by this.'),
  beta: number(0, -3, 3, 'This is added to β.'),
  noise: number(0, 0, 1, 'Noise after every normalization.'),
  norms: choice(
    ['learn', 'drift', 'frozen'],
    'drift',
    'What becomes of normalizations while the rest learns.',
  ),
  share: number(0.1, 0, 1, 'Share of a new batch in the running statistics.'),
  made: integer(0, 0, mostSteps, 'Steps of learning.'),
  kind: choice(['plain', 'residual'], 'plain', 'The network of the race.'),
  blocks: blocksOption(1, deepestRace),
  rates: words(rates.map(String), ['0.01', '0.05', '0.2', '1'], 'Learning rates of the race.'),
  seed: integer(1, 1, 20, 'Seed of the race.'),
  raced: flag(false, 'Whether the race is run.'),
}
