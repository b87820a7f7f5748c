import { choice, networks, oneOf } from '../../shared/schema'

export const options = {
  networks: networks(['vgg16', 'alexnet', 'googlenet', 'resnet18'], 'The networks that are compared.'),
  network: oneOf(
    (given: { networks: readonly string[] }) => given.networks,
    'The one whose parts are shown.',
  ),
  view: choice(['parts', 'networks'], 'parts', 'What is compared: parts of one network, or networks.'),
}

export const readouts = ['shares'] as const
