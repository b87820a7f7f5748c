import * as v from 'valibot'
import { choice, data, networks, oneOf, text, words } from '../../shared/schema'
import { kinds } from './counted'

export const options = {
  networks: networks(['resnet18'], 'The networks to choose from.'),
  network: oneOf((given: { networks: readonly string[] }) => given.networks, 'The network that is shown.'),
  kinds: words(
    kinds.map(([kind]) => kind),
    ['convolution', 'dense'],
    'Kinds of layers that are counted.',
  ),
  where: choice(['path', 'everywhere'], 'path', 'Where layers count.'),
  switches: data(
    v.record(v.string(), v.string()),
    {},
    'Options of the networks that get a checkbox: `{ aux: "auxiliary classifiers" }`.',
  ),
  on: text('', 100, 'Those that are switched on, separated by commas.'),
}

export const readouts = ['everywhere'] as const
