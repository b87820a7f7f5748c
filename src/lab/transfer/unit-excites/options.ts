import { among, choice, flag, integer, oneOf } from '../../shared/schema'
import { picturesOf } from '../../residual/switch-off/names'
import { type ModelName, modelNames, partsOf } from './names'

type Chosen = { readonly model: ModelName }

export const options = {
  model: choice(modelNames, 'cifar-resnet20', 'The trained network.'),
  part: oneOf(({ model }: Chosen) => partsOf(model), 'The part whose channels are looked at.'),
  channel: integer(1, 1, 2048, 'The channel, counted from 1.'),
  show: choice(
    ['patches', 'made', 'covered'],
    'patches',
    'What excites the channel, a picture made for it, or what a covering square does.',
  ),
  picture: oneOf(
    ({ model }: Chosen) => picturesOf(model === 'cifar-resnet20' ? 'resnet20' : 'resnet18'),
    'The picture that is covered.',
  ),
  steps: among([16, 64, 256], 64, 'Steps in which a picture is made.'),
  jitter: among([0, 1, 2, 4], 2, 'Pixels that the picture is moved by at most before each step.'),
  blur: among([0, 0.5, 1, 2], 1, 'Pixels by which each step is smoothed.'),
  seed: integer(1, 1, 99, 'Seed of the noise that a picture begins with.'),
  side: among([64, 96, 128], 64, 'Side of a picture at most, in pixels.'),
  run: flag(false, 'Whether the picture is made.'),
}
