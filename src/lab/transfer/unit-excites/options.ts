import { choice, integer, oneOf } from '../../shared/schema'
import { picturesOf } from '../../residual/switch-off/names'
import { type ModelName, modelNames, partsOf } from './names'

type Chosen = { readonly model: ModelName }

export const options = {
  model: choice(modelNames, 'cifar-resnet20', 'The trained network.'),
  part: oneOf(({ model }: Chosen) => partsOf(model), 'The part whose channels are looked at.'),
  channel: integer(1, 1, 2048, 'The channel, counted from 1.'),
  show: choice(
    ['patches', 'covered'],
    'patches',
    'What excites the channel, or what a covering square does.',
  ),
  picture: oneOf(
    ({ model }: Chosen) => picturesOf(model === 'cifar-resnet20' ? 'resnet20' : 'resnet18'),
    'The picture that is covered.',
  ),
}
